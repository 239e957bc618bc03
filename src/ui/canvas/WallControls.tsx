import { useStore } from '@xyflow/react';
import { LocateFixed, Maximize, Minus, Plus } from 'lucide-react';
import { overlaps } from '#model';
import { ActionButton } from '../actions/ActionButton.tsx';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { canvasText } from '../text/canvas.ts';
import { useApp } from '../useApp.ts';
import { useMinimap } from './minimapChoice.ts';
import { fitAll, zoomIn, zoomOut, zoomTo100 } from './view.ts';
import styles from './WallControls.module.css';
import { placedNotes } from './wallElements.ts';
import { useWall } from './wallStore.ts';

const BackToContent = () => {
  const present = useApp((state) => state.board);
  const board = useWall(({ still }) => still) ?? present;
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

const MapButton = () => {
  const isOn = useMinimap();
  return <ActionButton size="small" action="views.map" isPressed={isOn} />;
};

/** Zoom, views and the map, at the lower edge of the wall. */
export const WallControls = () => (
  <>
    <BackToContent />
    <div className={styles.controls}>
      <MapButton />
      <ActionButton size="small" action="views.open" aria-haspopup="menu" data-views />
      <span className={styles.gap} />
      <IconButton size="small" icon={Minus} label={canvasText.zoomOut} keys="$mod+Minus" onClick={zoomOut} />
      <Zoom />
      <IconButton size="small" icon={Plus} label={canvasText.zoomIn} keys="$mod+Equal" onClick={zoomIn} />
      <IconButton size="small" icon={Maximize} label={canvasText.fit} keys="Shift+Digit1" onClick={() => fitAll()} />
    </div>
  </>
);
