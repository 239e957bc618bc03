import { Bookmark } from 'lucide-react';
import { useMemo } from 'react';
import {
  centreOf,
  kindInfo,
  kindsIn,
  lensOf,
  mayFollow,
  type NoteKind,
  nextKinds,
  type Point,
  type Rectangle,
  viewsOf,
} from '#model';
import { appStore } from '#state';
import { menuItem } from '../actions/menuItem.ts';
import type { MenuEntry } from '../kit/Menu.tsx';
import { PointMenu } from '../kit/OpenMenu.tsx';
import { canvasText } from '../text/canvas.ts';
import { viewTexts } from '../text/views.ts';
import { toggleConnection } from './connecting.ts';
import { contextEntries, contextLabel } from './contextMenu.ts';
import { definitionOfNote, nameOfNote } from './describeNote.ts';
import { addNote, appendNote, placeDefinition } from './edits.ts';
import { linksOf } from './links.ts';
import { noteIcons } from './noteIcons.ts';
import { notPlacedOf } from './notPlaced.ts';
import { onScreen } from './view.ts';
import { goToView } from './views.ts';
import { placedNotes } from './wallElements.ts';
import { type Chooser, useWall, wallStore } from './wallStore.ts';

const close = () => wallStore.setState({ chooser: null });

const kindEntry = (kind: NoteKind, keys: string | null, run: () => void): MenuEntry => ({
  label: kindInfo[kind].word,
  icon: noteIcons[kind],
  keys: keys ?? undefined,
  run,
});

const placeEntries = (at: Point): MenuEntry[] => {
  const entries = notPlacedOf(appStore.getState().board).map((definition) => ({
    label: definition.name,
    icon: noteIcons[definition.kind],
    run: () => placeDefinition(definition, at),
  }));
  return entries.length > 0 ? ['separator', { heading: canvasText.notPlaced }, ...entries] : [];
};

const addEntries = ({ at }: Extract<Chooser, { purpose: 'add' }>): MenuEntry[] => {
  const { first, further } = kindsIn(lensOf(appStore.getState().board));
  const entry = (kind: NoteKind) => kindEntry(kind, kindInfo[kind].key, () => addNote(kind, at));
  return [
    ...first.map(entry),
    ...(further.length > 0 ? ['separator' as const, ...further.map(entry)] : []),
    ...placeEntries(at),
  ];
};

const appendEntries = ({ from, at }: Extract<Chooser, { purpose: 'append' }>): MenuEntry[] => {
  const { board } = appStore.getState();
  const kind = definitionOfNote(board, from)?.kind;
  if (!kind) return [];
  return nextKinds(kind, lensOf(board)).map((next, index) =>
    kindEntry(next, `${index + 1}`, () => appendNote(from, next, at)),
  );
};

const distance = (one: Rectangle, other: Rectangle): number => {
  const [from, to] = [centreOf(one), centreOf(other)];
  return Math.hypot(to.x - from.x, to.y - from.y);
};

/** Kinds that the grammar lets follow come first, then what is near. */
const connectEntries = ({ from }: Extract<Chooser, { purpose: 'connect' }>): MenuEntry[] => {
  const { board } = appStore.getState();
  const places = placedNotes(board);
  const here = places.find(({ noteId }) => noteId === from);
  if (!here) return [];
  const connected = new Set(
    linksOf(board)
      .outgoing(from)
      .map(({ to }) => to),
  );
  const lens = lensOf(board);
  const follows = ({ kind }: { kind: NoteKind }) => Number(mayFollow(here.kind, kind, lens));
  return places
    .filter(({ noteId, kind }) => noteId !== from && kind !== 'frame')
    .toSorted((one, other) => follows(other) - follows(one) || distance(here, one) - distance(here, other))
    .map(({ noteId, kind }) => ({
      label: nameOfNote(board, noteId),
      icon: noteIcons[kind],
      hint: connected.has(noteId) ? canvasText.disconnect : kindInfo[kind].word,
      run: () => toggleConnection(from, noteId),
    }));
};

const viewEntries = (): MenuEntry[] => {
  const views = viewsOf(appStore.getState().board);
  const entries = views.map((view, index) => ({
    label: view.name,
    icon: Bookmark,
    keys: index < 9 ? `${index + 1}` : undefined,
    run: () => goToView(view),
  }));
  const keep = menuItem('views.keep');
  return views.length > 0 ? [...entries, 'separator', keep, menuItem('views.change')] : [keep];
};

const entriesOf = (chooser: Chooser): MenuEntry[] => {
  switch (chooser.purpose) {
    case 'add':
      return addEntries(chooser);
    case 'append':
      return appendEntries(chooser);
    case 'connect':
      return connectEntries(chooser);
    case 'menu':
      return contextEntries(chooser.at);
    case 'views':
      return viewEntries();
  }
};

const labelOf = (chooser: Chooser): string => {
  if (chooser.purpose === 'add') return canvasText.newNote;
  if (chooser.purpose === 'menu') return contextLabel();
  if (chooser.purpose === 'views') return viewTexts.menu;
  const name = nameOfNote(appStore.getState().board, chooser.from);
  return chooser.purpose === 'append' ? canvasText.nextNote(name) : canvasText.connectTo(name);
};

/** Above the button that opens it. */
const placeOfViews = (): Point | null => {
  const button = document.querySelector('[data-views]')?.getBoundingClientRect();
  return button ? { x: button.left, y: button.top } : null;
};

/** Where the list opens: at its point, or at the right of the note it is about. */
const placeOf = (chooser: Chooser) => {
  if (chooser.purpose === 'views') return placeOfViews();
  if (chooser.purpose !== 'connect' && chooser.at) return onScreen(chooser.at);
  if (chooser.purpose === 'add' || chooser.purpose === 'menu') return null;
  const place = placedNotes(appStore.getState().board).find(({ noteId }) => noteId === chooser.from);
  return place ? onScreen({ x: place.x + place.width + 12, y: place.y }) : null;
};

/** The list that is open over the wall: kinds for a new note, kinds that may come next, or notes to connect to. */
export const WallChooser = () => {
  const chooser = useWall((state) => state.chooser);
  // Asked once, while the focus is still on what the menu is about.
  const entries = useMemo(() => (chooser ? [{ heading: labelOf(chooser) }, ...entriesOf(chooser)] : []), [chooser]);
  if (!chooser) return null;
  const label = labelOf(chooser);
  const side = chooser.purpose === 'views' ? 'top' : 'bottom';
  return <PointMenu at={placeOf(chooser)} label={label} side={side} entries={entries} onClose={close} />;
};
