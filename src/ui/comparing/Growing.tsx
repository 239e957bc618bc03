import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './DifferenceList.module.css';

/** So many are drawn at once; tables of values by the hundred would hold the screen. */
const atOnce = 20;

/** A long list that is drawn on as one scrolls towards its end. */
export const Growing = <Item,>({
  items,
  children,
}: {
  items: readonly Item[];
  children: (item: Item) => ReactNode;
}) => {
  const [shown, setShown] = useState(atOnce);
  const end = useRef<HTMLDivElement>(null);
  const isWhole = shown >= items.length;
  useEffect(() => {
    if (!end.current || isWhole) return;
    // A new one tells at once whether the end is still in sight after the list has grown by `shown`.
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setShown(shown + atOnce);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [shown, isWhole]);
  return (
    <>
      {items.slice(0, shown).map(children)}
      <div ref={end} className={styles.end} />
    </>
  );
};
