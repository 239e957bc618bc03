import fc from 'fast-check';
import { expect, it } from 'vitest';
import { policyCommandId as inProject } from '../../../../src/files/project/template/core/policyCommandId.ts';
import { policyCommandId } from '../../../../src/runtime/policyCommandId.ts';

it('gives the commands of policies the same ids there as here', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (policyId, eventId, number) => {
      expect(inProject(policyId, eventId, number)).toBe(policyCommandId(policyId, eventId, number));
    }),
  );
});
