import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import styles from './PlainSurface.module.css';
import { newTarget, type SurfaceProps } from './surface.ts';

/** The code as plain text: there at once, and for good where Monaco cannot work (touch). */
export const PlainSurface = ({ label, text, target, mark, caret, onType, onBlur, onComposing }: PlainSurfaceProps) => {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.setSelectionRange(caret.current.start, caret.current.end);
    element.scrollTop = caret.current.scrollTop;
    if (caret.current.hasFocus) element.focus({ preventScroll: true });
    return () => {
      caret.current = {
        start: element.selectionStart,
        end: element.selectionEnd,
        scrollTop: element.scrollTop,
        hasFocus: document.activeElement === element,
      };
    };
  }, [caret]);

  useEffect(() => {
    const wanted = newTarget(target);
    if (wanted && area.current) showLine(area.current, wanted.line);
  }, [target]);

  const [scrolled, setScrolled] = useState(0);
  useEffect(() => {
    if (area.current && mark?.isKeptInSight && document.activeElement !== area.current)
      keepInSight(area.current, mark.line);
  }, [mark]);

  return (
    <div className={styles.surface}>
      {mark && (
        <span className={styles.mark} data-kind={mark.kind} style={{ top: (mark.line - 1) * lineHeight - scrolled }} />
      )}
      <textarea
        ref={area}
        className={styles.area}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
        aria-label={label}
        value={text}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        onChange={(event) => onType(event.target.value)}
        onBlur={onBlur}
        onCompositionStart={() => onComposing(true)}
        onCompositionEnd={() => onComposing(false)}
      />
    </div>
  );
};

/** While an input method composes a character, the text area must not be replaced. */
type PlainSurfaceProps = SurfaceProps & { onComposing: (isComposing: boolean) => void };

const showLine = (area: HTMLTextAreaElement, line: number): void => {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((length, each) => length + each.length + 1, 0);
  const lineHeight = area.scrollHeight / lines.length;
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = Math.max(0, (line - 1) * lineHeight - area.clientHeight / 3);
};

/** As the style sheet has it, in pixels. */
const lineHeight = 20;

const keepInSight = (area: HTMLTextAreaElement, line: number): void => {
  const top = (line - 1) * lineHeight;
  const isInSight = top >= area.scrollTop && top + 2 * lineHeight <= area.scrollTop + area.clientHeight;
  if (!isInSight) area.scrollTop = Math.max(0, top - area.clientHeight / 3);
};
