import { useStore } from '@xyflow/react';
import { Hand, LocateFixed, Maximize, Minus, MousePointer2, Plus } from 'lucide-react';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { canvasText } from '../text/canvas.ts';
import { useApp } from '../useApp.ts';
import { overlaps } from './geometry.ts';
import { fitAll, zoomIn, zoomOut, zoomTo100 } from './view.ts';
import styles from './WallControls.module.css';
import { placedNotes } from './wallElements.ts';
import { useWall, wallStore } from './wallStore.ts';

const BackToContent = () => {
  const board = useApp((state) => state.board);
  const isNothingSeen = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (width === 0) return false;
    const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
    const places = placedNotes(board);
    return places.length > 0 && !places.some((place) => overlaps(seen, place));
  });
  if (!isNothingSeen) return null;
  return (
    <Button variant="plain" className={styles.back} onClick={() => fitAll()}>
      <LocateFixed size={15} aria-hidden="true" />
      {canvasText.backToContent}
    </Button>
  );
};

const Zoom = () => {
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <button type="button" className={styles.percent} onClick={zoomTo100} {...tooltip(canvasText.zoomTo100, '$mod+0')}>
      {percent} %
    </button>
  );
};

/** Tool and zoom, at the lower edge of the wall. */
export const WallControls = () => {
  const tool = useWall((state) => state.tool);
  return (
    <>
      <BackToContent />
      <div className={styles.controls}>
        <IconButton
          icon={MousePointer2}
          label={canvasText.select}
          keys="v"
          isPressed={tool === 'select'}
          onClick={() => wallStore.setState({ tool: 'select' })}
        />
        <IconButton
          icon={Hand}
          label={canvasText.hand}
          keys="h"
          isPressed={tool === 'hand'}
          onClick={() => wallStore.setState({ tool: 'hand' })}
        />
        <span className={styles.divider} />
        <IconButton icon={Minus} label={canvasText.zoomOut} keys="$mod+Minus" onClick={zoomOut} />
        <Zoom />
        <IconButton icon={Plus} label={canvasText.zoomIn} keys="$mod+Equal" onClick={zoomIn} />
        <IconButton icon={Maximize} label={canvasText.fit} keys="Shift+Digit1" onClick={() => fitAll()} />
      </div>
    </>
  );
};
