import { askAboutBranch, type BranchesState } from './branchStore.ts';
import { RenameRunDialog } from './RenameRunDialog.tsx';
import { WhatIfDialog } from './WhatIfDialog.tsx';

const close = (): void => askAboutBranch(null);

/** What is asked about a branch before it is made or named. */
export const BranchDialogs = ({ dialog }: { dialog: NonNullable<BranchesState['dialog']> }) =>
  dialog === 'rename' ? <RenameRunDialog onClose={close} /> : <WhatIfDialog onClose={close} />;
