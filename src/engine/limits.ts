/** What this browser or this address cannot do, one line each. Everything else works all the same. */
export const limitsHere = (): string[] => {
  const limits: string[] = [];
  if (!globalThis.isSecureContext)
    limits.push('This address is not secure (no https): the app does not open offline, and saving downloads a file.');
  if (!('locks' in navigator))
    limits.push('Without web locks, policies take up to five seconds to move to this tab when another one closes.');
  return limits;
};
