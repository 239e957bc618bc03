import { hueOf } from '#model';

/** A canvas as sharp as the screen, with nothing on it; answers what to draw with, in pixels of the interface. */
export const cleared = (canvas: HTMLCanvasElement, width: number, height: number, scale: number) => {
  const density = window.devicePixelRatio * scale;
  canvas.width = Math.max(1, Math.round(width * density));
  canvas.height = Math.max(1, Math.round(height * density));
  const context = canvas.getContext('2d');
  context?.scale(density, density);
  return context;
};

export type Bars = {
  /** `counts[column * types + type]`. */
  counts: Uint32Array;
  types: number;
  columnWidth: number;
  /** The middle of the bars, and how high the highest may be. */
  middle: number;
  height: number;
  /** How many the highest bar stands for. */
  most: number;
};

const totalOf = ({ counts, types }: Bars, column: number): number => {
  let total = 0;
  for (let type = 0; type < types; type += 1) total += counts[column * types + type] ?? 0;
  return total;
};

/** One event can be seen beside a thousand: heights grow by powers. */
const heightOf = (total: number, { most, height }: Bars): number =>
  (height * (1 + Math.log2(total))) / (1 + Math.log2(Math.max(1, most)));

/** A bar for each column, with a share of it in the colour of each type. */
export const drawBars = (context: CanvasRenderingContext2D, bars: Bars): void => {
  const { counts, types, columnWidth, middle } = bars;
  for (let column = 0; column * types < counts.length; column += 1) {
    const total = totalOf(bars, column);
    if (total === 0) continue;
    const whole = heightOf(total, bars);
    let top = middle - whole / 2;
    for (let type = 0; type < types; type += 1) {
      const part = ((counts[column * types + type] ?? 0) / total) * whole;
      if (part === 0) continue;
      context.fillStyle = `hsl(${hueOf(type)} 62% 55%)`;
      context.fillRect(column * columnWidth, top, columnWidth - 0.5, part);
      top += part;
    }
  }
};

/** The largest sum of a column. */
export const mostOf = (counts: Uint32Array, types: number): number => {
  let most = 0;
  for (let at = 0; at < counts.length; at += types) {
    let total = 0;
    for (let type = 0; type < types; type += 1) total += counts[at + type] ?? 0;
    if (total > most) most = total;
  }
  return most;
};
