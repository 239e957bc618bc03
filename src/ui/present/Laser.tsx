import { useEffect, useRef } from 'react';
import styles from './Laser.module.css';
import { strengthOf, type TrailPoint, trailAt } from './laserTrail.ts';

const width = 7;

const fill = (canvas: HTMLCanvasElement): void => {
  const ratio = window.devicePixelRatio;
  canvas.width = window.innerWidth * ratio;
  canvas.height = window.innerHeight * ratio;
  canvas.getContext('2d')?.scale(ratio, ratio);
};

const drawTrail = (context: CanvasRenderingContext2D, points: readonly TrailPoint[], now: number): void => {
  context.lineCap = 'round';
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (!before) continue;
    const strength = strengthOf(point, now);
    context.globalAlpha = strength;
    context.lineWidth = Math.max(1, width * strength);
    context.beginPath();
    context.moveTo(before.x, before.y);
    context.lineTo(point.x, point.y);
    context.stroke();
  }
  context.globalAlpha = 1;
};

const drawDot = (context: CanvasRenderingContext2D, { x, y }: TrailPoint): void => {
  context.beginPath();
  context.arc(x, y, width, 0, 2 * Math.PI);
  context.fill();
};

/** Follows the pointer wherever it is; answers how to stop. A still interface shows the dot without its trail. */
const followPointer = (canvas: HTMLCanvasElement): (() => void) => {
  const context = canvas.getContext('2d');
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const colour = getComputedStyle(canvas).color;
  let points: TrailPoint[] = [];
  let frame = 0;

  const draw = (): void => {
    const now = performance.now();
    points = isStill ? points.slice(-1) : trailAt(points, now);
    if (!context) return;
    context.clearRect(0, 0, window.innerWidth, window.innerHeight);
    context.strokeStyle = colour;
    context.fillStyle = colour;
    drawTrail(context, points, now);
    const last = points.at(-1);
    if (last) drawDot(context, last);
    frame = points.length > 1 ? requestAnimationFrame(draw) : 0;
  };
  const drawSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const stop = new AbortController();
  const listen = { signal: stop.signal, capture: true, passive: true };
  const follow = ({ clientX: x, clientY: y }: PointerEvent): void => {
    points = [...points, { x, y, at: performance.now() }];
    drawSoon();
  };
  window.addEventListener('pointermove', follow, listen);
  window.addEventListener('pointerdown', follow, listen);
  window.addEventListener('resize', () => fill(canvas), listen);
  fill(canvas);
  return () => {
    stop.abort();
    cancelAnimationFrame(frame);
  };
};

/** A light to point with, over everything; it takes no click and no key. */
export const Laser = () => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (canvas.current ? followPointer(canvas.current) : undefined), []);
  return <canvas ref={canvas} className={styles.laser} />;
};
