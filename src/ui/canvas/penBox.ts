/**
 * On tablets a pen comes as a pointer and as a touch. React Flow begins a box at the one and moves the wall at the other;
 * a pen on the empty wall is for the box, fingers move the wall. Answers how to stop.
 */
export const watchForPenBox = (wall: HTMLElement): (() => void) => {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  let isPen = false;
  wall.addEventListener('pointerdown', ({ pointerType }) => (isPen = pointerType === 'pen'), options);
  const keepFromPanning = (event: TouchEvent) => {
    const isForBox = wall.dataset.tool === 'select' && event.touches.length === 1;
    if (isPen && isForBox && event.target instanceof Element && event.target.matches('.react-flow__pane'))
      event.stopPropagation();
  };
  wall.addEventListener('touchstart', keepFromPanning, options);
  return () => stop.abort();
};
