/** Puts the version that waits in force and shows it; another tab may have done the first half already. */
const takeOver = (waiting: ServiceWorker): void => {
  const reload = () => location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  if (waiting.state === 'installed') waiting.postMessage('take-over');
  else reload();
};

const followUpdates = (registration: ServiceWorkerRegistration, onUpdate: (update: () => void) => void): void => {
  const tell = () => {
    const { waiting } = registration;
    // Without a controller this is the first visit, and nothing older is there.
    if (waiting && navigator.serviceWorker.controller) onUpdate(() => takeOver(waiting));
  };
  const follow = () => registration.installing?.addEventListener('statechange', tell);
  tell();
  // The browser may have begun to look for one before it was asked.
  follow();
  registration.addEventListener('updatefound', follow);
};

/**
 * Makes the built app open offline after this visit, where the address is secure enough for that; what is large comes
 * once the rest is there, and where it broke off with a later visit. `onUpdate` is told of
 * a newer version, which comes into force when it is asked for, or with the last tab closed.
 */
export const registerServiceWorker = async (onUpdate: (update: () => void) => void): Promise<void> => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    followUpdates(await navigator.serviceWorker.register('./sw.js'), onUpdate);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage('complete');
  } catch {
    // A browser that refuses (a private window, a policy) still runs everything while online.
  }
};
