import { type KeyboardEvent, type PointerEvent, useMemo } from 'react';
import { courseOfValue, isNumeric, placeOnAxis } from '#model';
import { type FollowedValue, type Kink, type ValuePlace, workspace } from '#state';
import { whyPaneTexts as texts } from '../text/whyPane.ts';
import styles from './Sparkline.module.css';
import { wordsOf } from './shownText.ts';

/** The picture is drawn in its own measure and stretched over what room there is. */
const [width, height, edge] = [1000, 28, 3];

const xOf = (x: number): number => Math.round(x * width * 10) / 10;
const yOf = (y: number): number => edge + y * (height - 2 * edge);

const StepLine = ({ kinks, head }: CourseProps) => {
  const path = useMemo(() => {
    const [start, ...rest] = courseOfValue(kinks, head, true);
    if (!start) return '';
    return `M${xOf(start.x)} ${yOf(start.y)}${rest.map(({ x, y }) => `H${xOf(x)}V${yOf(y)}`).join('')}H${width}`;
  }, [kinks, head]);
  return <path className={styles.course} d={path} />;
};

/** A stretch for each value, in two turns, so that one sees where it became another; none where there is no value. */
const Band = ({ kinks, head }: CourseProps) => {
  const points = courseOfValue(kinks, head, false);
  return (
    <>
      {points.map(({ x }, index) => {
        const kink = kinks[index];
        if (!kink?.value) return null;
        const end = points[index + 1]?.x ?? 1;
        return (
          <rect
            key={kink.position}
            className={styles.stretch}
            data-turn={index % 2}
            x={xOf(x)}
            y={8}
            width={Math.max(1, xOf(end) - xOf(x))}
            height={height - 16}
          />
        );
      })}
    </>
  );
};

type CourseProps = { kinks: Kink[]; head: number };
export type SparklineProps = {
  place: ValuePlace;
  followed: FollowedValue;
  name: string;
  head: number;
  /** Where the cursor is, and where the value is that of. */
  position: number;
  valueAt: number;
};

const describe = ({ name, followed: { total, kinks } }: SparklineProps): string => {
  const numbers = kinks.flatMap(({ number }) => number ?? []);
  const words =
    isNumeric(kinks) && total > 0
      ? texts.courseOfNumbers(name, total, `${Math.min(...numbers)}`, `${Math.max(...numbers)}`)
      : texts.course(name, total);
  return total >= kinks.length ? `${words}; ${texts.drawn(kinks.length)}` : words;
};

/** Only some of very many changes are drawn; keys and presses reach them all. */
const walkTo = ({ place, followed: { kinks } }: SparklineProps, key: string): void => {
  if (key === 'Home') workspace.seek(0);
  else if (key === 'End') workspace.seek(kinks.at(-1)?.position ?? 0);
  else workspace.goToChange(place, key === 'ArrowLeft' || key === 'ArrowDown' ? 'previous' : 'next');
};

const walkingKeys = ['ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'Home', 'End'];

/** The course of a value over the whole history; a press goes to the nearest change, arrows from one to the next. */
export const Sparkline = (props: SparklineProps) => {
  const { place, followed, head, position, valueAt } = props;
  const { kinks, value } = followed;
  const Course = isNumeric(kinks) ? StepLine : Band;
  const press = (event: PointerEvent<HTMLElement>): void => {
    const { left, width: room } = event.currentTarget.getBoundingClientRect();
    const along = Math.min(1, Math.max(0, (event.clientX - left) / room));
    workspace.goToChange(place, Math.round(along * head));
  };
  const walk = (event: KeyboardEvent): void => {
    if (!walkingKeys.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    walkTo(props, event.key);
  };
  return (
    <div
      className={styles.sparkline}
      role="slider"
      tabIndex={0}
      aria-label={describe(props)}
      aria-valuemin={0}
      aria-valuemax={head}
      aria-valuenow={position}
      aria-valuetext={texts.courseValue(wordsOf(value, 60), valueAt)}
      onPointerDown={press}
      onKeyDown={walk}
    >
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <Course kinks={kinks} head={head} />
        <line
          className={styles.cursor}
          x1={xOf(placeOnAxis(position, head))}
          x2={xOf(placeOnAxis(position, head))}
          y1={0}
          y2={height}
        />
      </svg>
    </div>
  );
};
