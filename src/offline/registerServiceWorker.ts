/** Makes the built app open offline after this visit, where the address is secure enough for that. */
export const registerServiceWorker = async (): Promise<void> => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('./sw.js');
  } catch {
    // A browser that refuses (a private window, a policy) still runs everything while online.
  }
};
