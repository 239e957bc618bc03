import { newUuid } from '#engine';

const key = 'replayground/tab';

/** Names this tab in gestures, so that each tab undoes its own edits; survives a reload. */
export const tabId: string = (() => {
  try {
    const known = sessionStorage.getItem(key);
    if (known) return known;
    const fresh = newUuid();
    sessionStorage.setItem(key, fresh);
    return fresh;
  } catch {
    return newUuid();
  }
})();
