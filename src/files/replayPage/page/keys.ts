/** Events that a page of them has. */
const page = 10;

export type KeyOptions = {
  first: number;
  last: number;
  position: () => number;
  seek: (position: number) => void;
  togglePlaying: () => void;
};

/** Places to go to by key; anywhere but where keys have a meaning of their own. */
export const followKeys = ({ first, last, position, seek, togglePlaying }: KeyOptions): void => {
  const places: { readonly [key: string]: () => number } = {
    ArrowLeft: () => position() - 1,
    ArrowRight: () => position() + 1,
    PageUp: () => position() - page,
    PageDown: () => position() + page,
    Home: () => first,
    End: () => last,
  };
  document.addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || !(target instanceof Element) || target.closest('select')) return;
    const place = Object.hasOwn(places, key) ? places[key] : undefined;
    if (!place && (key !== ' ' || target.closest('button, summary'))) return;
    event.preventDefault();
    if (place) seek(place());
    else togglePlaying();
  });
};
