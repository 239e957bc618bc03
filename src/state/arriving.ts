/** Comes when an address or the system brings something. */
const addressed = () => import('./addressed.ts');

const lookAtAddress = (): void => {
  if (location.search || location.hash) void addressed().then(({ openAddressed }) => openAddressed());
};

/** Follows what addresses ask for: that of this visit, and links that are opened in a tab where the app is open. */
export const followAddress = (): void => {
  addEventListener('hashchange', lookAtAddress);
  lookAtAddress();
};
