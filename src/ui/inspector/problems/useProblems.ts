import { useMemo } from 'react';
import { useStore } from 'zustand';
import { codeStore } from '../../editor/codeStore.ts';
import { useApp } from '../../useApp.ts';
import { type ModelProblems, problemsOf } from './problemsOf.ts';

/** What is wrong with the model now; the same object until something that it rests on changes. */
export const useProblems = (): ModelProblems => {
  const board = useApp((state) => state.board);
  const modules = useApp((state) => state.modules);
  const moment = useApp((state) => state.moment);
  const readModelStatus = useApp((state) => state.readModelStatus);
  const policyStatus = useApp((state) => state.policyStatus);
  const verdicts = useApp((state) => state.verdicts);
  const misfits = useApp((state) => state.misfits);
  const types = useStore(codeStore);
  return useMemo(
    () => problemsOf(board, { modules, moment, readModelStatus, policyStatus, verdicts, misfits, types }),
    [board, modules, moment, readModelStatus, policyStatus, verdicts, misfits, types],
  );
};
