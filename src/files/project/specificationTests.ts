import { type Board, type Json, type Program, type Specification, specificationTime } from '#model';
import { literal } from './literal.ts';
import type { CodeModule, ProjectModules } from './modulesOfProject.ts';
import type { ProjectFile } from './ProjectFile.ts';

type Subject = { module: CodeModule; name: string; specifications: Specification[] };

/** The specifications of each decider, read model and policy as tests beside its code. */
export const specificationTests = (board: Board, program: Program, modules: ProjectModules): ProjectFile[] => {
  const all = Object.values(board.specifications);
  const subject = ({ id, name }: { id: string; name: string }, list: readonly CodeModule[]): Subject[] => {
    const module = list.find((one) => one.id === id);
    const specifications = all.filter(({ definitionId }) => definitionId === id);
    return module && specifications.length > 0 ? [{ module, name, specifications }] : [];
  };
  return [
    ...program.deciders.flatMap((decider) =>
      subject(decider, modules.deciders).map((found) => testFile(found, 'decided', 'code')),
    ),
    ...program.readModels.flatMap((readModel) =>
      subject(readModel, modules.readModels).map((found) =>
        testFile(found, 'projected', `{ code, deafTo: ${literal(readModel.deafTo ?? [])} }`),
      ),
    ),
    ...program.policies.flatMap(({ process, publishes, ...policy }) =>
      subject(policy, modules.policies).map((found) =>
        process
          ? testFile(found, 'proceeded', `{ code, name: ${literal(policy.name)}, process: ${literal(process)} }`)
          : testFile(found, 'answered', publishes ? `{ code, publishes: ${literal(publishes)} }` : '{ code }'),
      ),
    ),
  ];
};

type Way = 'decided' | 'projected' | 'answered' | 'proceeded';

const testFile = ({ module, name, specifications }: Subject, way: Way, subject: string): ProjectFile => ({
  path: `src/${module.folder}/specifications.test.ts`,
  text: `import { describe, expect, it } from 'vitest';
import { ${way === 'answered' ? '' : 'type Message, '}${way} } from '../../core/specify.ts';
import * as code from ${literal(`./${module.entry}`)};

describe(${literal(name)}, () => {
${specifications.map((specification) => testText(specification, way, subject)).join('\n')}});
`,
});

const testText = (specification: Specification, way: Way, subject: string): string => {
  const parts = [`const given: Message[] = ${literal(specification.given as Json, '    ')};`];
  const call = [subject, 'given'];
  if (specification.subject !== 'read-model') {
    const isDue = specification.subject === 'policy' && specification.isDue;
    parts.push(`const when = ${literal({ ...specification.when, ...(isDue ? { isDue } : {}) }, '    ')};`);
    call.push('when', literal(specificationTime(specification)));
  }
  if (way === 'answered') {
    parts.shift();
    call.splice(1, 1);
  }
  parts.push(`expect(${way}(${call.join(', ')})).toEqual(${expectedText(specification)});`);
  return `  it(${literal(specification.name)}, () => {\n${parts.map((part) => `    ${part}\n`).join('')}  });\n`;
};

const expectedText = (specification: Specification): string => {
  if (specification.subject === 'read-model')
    return literal(
      Object.fromEntries(specification.then.documents.map(({ documentId, document }) => [documentId, document])),
      '    ',
    );
  if (specification.subject === 'policy') return literal(specification.then.outputs as Json, '    ');
  return specification.then.kind === 'refused'
    ? `{ refused: expect.stringContaining(${literal(specification.then.message)}) }`
    : literal({ events: specification.then.events as Json }, '    ');
};
