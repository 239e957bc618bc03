import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isModelText, pastedFile, workspace } from '#state';
import { placeOf } from '../actions/actionForKeys.ts';
import { showFromCode } from '../shell/shellStore.ts';
import { fileTexts as texts } from '../text/files.ts';
import styles from './FileDrop.module.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Bytes. What is longer is no code that becomes notes, which its beginning tells as well; a field holds no more of it. */
const longestCode = 300_000;

/** Code is shown as the notes that it would become, anything else is read as a model. */
const lookAt = async (file: File): Promise<void> => {
  if (!/\.[cm]?[jt]s$/i.test(file.name)) return workspace.previewFile(file);
  const text = await file.slice(0, longestCode).text();
  workspace.showWall();
  showFromCode(text);
};

const lookAtFirst = ([file, ...others]: Iterable<File>, event: Event): void => {
  if (!file) return;
  event.preventDefault();
  void lookAt(file).then(() => workspace.sayOneOf(file.name, others.length));
};

/** What a field does not take and the wall has no use for: a file, or the text of a model. */
const onPaste = (event: ClipboardEvent): void => {
  const { isTyping, isOverlay } = placeOf(document.activeElement);
  if (event.defaultPrevented || isTyping || isOverlay) return;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const files = isModelText(text) ? [pastedFile(text)] : text === '' ? (event.clipboardData?.files ?? []) : [];
  lookAtFirst(files, event);
};

/** Follows files that are dragged over the window; answers whether there are any. */
const useDraggedFile = (): boolean => {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const listen = { signal: stop.signal };
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    // Leaving the window is the only leave without a related target.
    const onDragLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = (event: DragEvent) => {
      setOver(false);
      lookAtFirst(event.dataTransfer?.files ?? [], event);
    };
    window.addEventListener('dragover', onDragOver, listen);
    window.addEventListener('dragleave', onDragLeave, listen);
    window.addEventListener('drop', onDrop, listen);
    window.addEventListener('paste', onPaste, listen);
    return () => stop.abort();
  }, []);
  return isOver;
};

/** A file may be dropped or pasted anywhere on the window; it is looked at, never opened at once. */
export const FileDrop = () => {
  const isOver = useDraggedFile();
  if (!isOver) return null;
  return (
    <div className={styles.drop}>
      <FileDown size={32} strokeWidth={1.5} aria-hidden="true" />
      <p className={styles.words}>{texts.drop}</p>
      <p>{texts.dropNote}</p>
    </div>
  );
};
