import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Group, Panel, type PanelImperativeHandle, type PanelSize, Separator } from 'react-resizable-panels';
import { kitTexts } from '../text/kit.ts';
import { recallNumber, remember } from './remembered.ts';
import styles from './Split.module.css';

export type SplitProps = {
  /** The side panel lies at the right, or below. */
  orientation: 'horizontal' | 'vertical';
  /** What the separator resizes: "Inspector". */
  label: string;
  /** The side's size is remembered under this name. */
  name: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** How large the interface is drawn: the side's size in its pixels stays what it was when that changes. */
  scale: number;
  /** Sizes in pixels. */
  defaultSize: number;
  minSize: number;
  /** Room that is always left for the main part. */
  minMainSize: number;
  main: ReactNode;
  side: ReactNode;
};

/** Kept once it was open: the code's editor would not come back as quickly as the panel does. */
const useWasOpen = (isOpen: boolean): boolean => {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return wasOpen;
};

const rememberSize = (key: string, { inPixels }: { inPixels: number }): void => {
  if (inPixels > 0) remember(key, String(Math.round(inPixels)));
};

/** A main part and a side panel: its edge drags, moves with the arrow keys, and closes when pushed to the end. */
export const Split = ({
  orientation,
  label,
  name,
  isOpen,
  onOpenChange,
  scale,
  defaultSize,
  minSize,
  minMainSize,
  main,
  side,
}: SplitProps) => {
  const panel = useRef<PanelImperativeHandle>(null);
  const key = `size.${name}`;
  const [initialSize] = useState(() => (isOpen ? recallNumber(key, defaultSize) : 0));
  const wasOpen = useWasOpen(isOpen);

  useEffect(() => {
    const side = panel.current;
    if (!side || side.isCollapsed() !== isOpen) return;
    if (isOpen) {
      side.resize(recallNumber(key, defaultSize));
    } else {
      rememberSize(key, side.getSize());
      side.collapse();
    }
  }, [isOpen, key, defaultSize]);

  // What lays the panels out has mixed the old pixels with the new ones by the next frame.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scale is not read here, its change is the occasion
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (panel.current && !panel.current.isCollapsed()) panel.current.resize(recallNumber(key, defaultSize));
    });
    return () => cancelAnimationFrame(frame);
  }, [scale, key, defaultSize]);

  const follow = ({ inPixels }: PanelSize, _id: unknown, before: PanelSize | undefined) => {
    if (before && inPixels > 0 !== before.inPixels > 0) onOpenChange(inPixels > 0);
  };
  const keepSize = () => {
    if (panel.current) rememberSize(key, panel.current.getSize());
  };
  const isEdgeHeld = useRef(false);
  const holdEdge = () => {
    isEdgeHeld.current = true;
  };
  // On the way to being closed every size is passed, and a window that shrinks is nobody's wish.
  const letEdgeGo = () => {
    if (isEdgeHeld.current) keepSize();
    isEdgeHeld.current = false;
  };

  return (
    <Group orientation={orientation} className={styles.split} onLayoutChanged={letEdgeGo}>
      <Panel id={`${name}-main`} minSize={minMainSize} className={styles.pane}>
        {main}
      </Panel>
      <Separator
        className={styles.separator}
        aria-label={kitTexts.resize(label)}
        data-orientation={orientation}
        onPointerDown={holdEdge}
        onKeyUp={keepSize}
      />
      <Panel
        id={name}
        panelRef={panel}
        className={styles.pane}
        collapsible
        collapsedSize={0}
        defaultSize={initialSize}
        minSize={minSize}
        groupResizeBehavior="preserve-pixel-size"
        onResize={follow}
      >
        {wasOpen && (
          <div className={styles.content} hidden={!isOpen}>
            {side}
          </div>
        )}
      </Panel>
    </Group>
  );
};
