import { useApp } from '../useApp.ts';
import { PolicyTrouble } from './PolicyTrouble.tsx';
import { isInTrouble, ReadModelTrouble } from './ReadModelTrouble.tsx';

/** What the fault desk has brought about, with the ways on beside it. */
export const ConsumerTrouble = ({ consumerId, name }: { consumerId: string; name: string }) => {
  const readModel = useApp((state) => state.readModelStatus[consumerId]);
  const policy = useApp((state) => state.policyStatus[consumerId]);
  if (policy) return <PolicyTrouble status={policy} />;
  return readModel && isInTrouble(readModel) ? <ReadModelTrouble status={readModel} name={name} /> : null;
};
