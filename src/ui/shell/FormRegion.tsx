import { type RefObject, Suspense, useLayoutEffect, useRef } from 'react';
import { useApp } from '../useApp.ts';
import styles from './FormRegion.module.css';
import { CommandForm } from './lazyParts.ts';

/** Whether the note lies where the form would: then the form goes to the other side. */
const isUnder = (region: HTMLElement, noteId: string | undefined): boolean => {
  const note = noteId && document.querySelector(`.react-flow__node[data-id="${CSS.escape(noteId)}"]`);
  return note ? note.getBoundingClientRect().right > region.getBoundingClientRect().left : false;
};

/** Before its fields are there the focus waits in the region. Whoever came from a note by keyboard goes back to it. */
const useFocusInside = (region: RefObject<HTMLDivElement | null>) =>
  useLayoutEffect(() => {
    const element = region.current;
    const note = document.activeElement?.closest<HTMLElement>('.react-flow__node');
    if (!element?.contains(document.activeElement)) element?.focus();
    return () => {
      if (element?.contains(document.activeElement)) note?.focus();
    };
  }, [region]);

const Region = ({ noteId }: { noteId: string | undefined }) => {
  const region = useRef<HTMLDivElement>(null);
  const hasEarlyEnter = useRef(false);
  useFocusInside(region);
  useLayoutEffect(() => {
    if (!region.current) return;
    region.current.dataset.formSide = 'right';
    if (isUnder(region.current, noteId)) region.current.dataset.formSide = 'left';
  }, [noteId]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it takes the key for the form, which is on its way
    <div
      ref={region}
      className={styles.region}
      tabIndex={-1}
      data-action-scope="form"
      onKeyDown={({ key, target }) => {
        if (key === 'Enter' && target === region.current) hasEarlyEnter.current = true;
      }}
    >
      <Suspense>
        <CommandForm hasEarlyEnter={hasEarlyEnter} />
      </Suspense>
    </div>
  );
};

/** The command's form stands at the wall's right edge, clear of the path from the command to its events. */
export const FormRegion = () => {
  const form = useApp((state) => state.form);
  return form && <Region noteId={form.noteId} />;
};
