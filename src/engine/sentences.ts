import { StorageFailure } from '#event-store';

/** Work on a run may last, and another model be opened meanwhile. */
export const runOfAnother = 'Meanwhile another model was opened. The run is among those of its own model.';

export const anotherIsOpen = 'Another model is open by now.';

export const runIsGone = 'This run is not there any more: it was deleted.';

const storageFull =
  "The browser's storage is full. The last change was not saved; all before it is. " +
  'Save to a file now, then delete models or runs.';

/** What went wrong, as the screen can show it. */
export const sentenceOf = (error: unknown): string => {
  if (isStorageFull(error)) return storageFull;
  return error instanceof Error ? error.message : String(error);
};

/** Whether the browser's storage is to blame, in which case everybody should hear of it; a store that was closed is not. */
export const isOfStorage = (error: unknown): boolean =>
  (error instanceof StorageFailure && error.reason !== 'closed') || isStorageFull(error);

const isStorageFull = (error: unknown): boolean =>
  error instanceof StorageFailure
    ? error.reason === 'quota'
    : error instanceof DOMException && error.name === 'QuotaExceededError';
