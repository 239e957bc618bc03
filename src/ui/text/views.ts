/** Texts of the views of a wall: parts of it that are gone back to by name. */
export const viewTexts = {
  title: 'Views of the wall',
  hint: 'A view is a part of the wall, by its name. Views belong to the model and travel with its file.',
  menu: 'Views',
  open: 'Views …',
  keep: 'Keep what is seen as a view …',
  keepButton: 'Keep what is seen',
  change: 'Rename or delete views …',
  next: 'Go to the next view',
  previous: 'Go to the previous view',
  none: 'No views yet',
  noneHint: 'Move and zoom the wall to what you want to come back to, and keep it.',
  goTo: (name: string) => `Go to the view ${name}`,
  at: (name: string, place: number, count: number) => `View ${name}, ${place} of ${count}`,
  defaultName: (number: number) => `View ${number}`,
  name: (name: string) => `Name of the view ${name}`,
  nameNeeded: 'A view needs a name',
  aim: (name: string) => `Let ${name} show what is seen now`,
  remove: (name: string) => `Delete the view ${name}`,

  kept: (name: string) => `Add the view ${name}`,
  renamed: (from: string, to: string) => `Rename the view ${from} to ${to}`,
  aimed: (name: string) => `Change what the view ${name} shows`,

  map: 'Minimap',
  mapHint: 'Press or drag to move the wall; the arrow keys move it, too.',
} as const;
