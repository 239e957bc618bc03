/** Names of the menus that open on the wall. */
export const contextMenuText = {
  open: 'Open the menu of the selection',
  notes: (count: number) => `${count} notes`,
  arrow: (from: string, to: string) => `${from} → ${to}`,
  wall: 'The wall',
};
