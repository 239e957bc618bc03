import { Suspense, useLayoutEffect, useRef } from 'react';
import { useApp } from '../useApp.ts';
import styles from './FormRegion.module.css';
import { CommandForm } from './lazyParts.ts';

/** Whether the note lies where the form would: then the form goes to the other side. */
const isUnder = (region: HTMLElement, noteId: string | undefined): boolean => {
  const note = noteId && document.querySelector(`.react-flow__node[data-id="${CSS.escape(noteId)}"]`);
  return note ? note.getBoundingClientRect().right > region.getBoundingClientRect().left : false;
};

/**
 * The command's form stands at the wall's right edge, clear of the path from the command to its events. It takes the
 * focus before its fields are there: an Enter that comes early is not meant for the note.
 */
export const FormRegion = () => {
  const form = useApp((state) => state.form);
  const region = useRef<HTMLDivElement>(null);
  const noteId = form?.noteId;
  useLayoutEffect(() => {
    if (!region.current) return;
    delete region.current.dataset.left;
    if (isUnder(region.current, noteId)) region.current.dataset.left = '';
    if (!region.current.contains(document.activeElement)) region.current.focus();
  }, [noteId]);
  if (!form) return null;
  return (
    <div ref={region} className={styles.region} tabIndex={-1} data-action-scope="form">
      <Suspense>
        <CommandForm />
      </Suspense>
    </div>
  );
};
