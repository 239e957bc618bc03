import styles from './LoadPlot.module.css';

/** One course of values, one for each second in which there was any. */
type Course = {
  name: string;
  kind: 'bars' | 'line';
  values: (number | null)[];
  tone: 'first' | 'second' | 'third';
};
type LoadPlotProps = { title: string; courses: Course[]; format: (value: number) => string };

/** The picture is drawn in its own measure and stretched over what room there is. */
const [width, height] = [600, 110];

const Bars = ({ values, tone, top }: Course & { top: number }) => {
  const step = width / values.length;
  return values.map((value, second) => {
    if (value === null) return null;
    const tall = (value / top) * height;
    const place = { x: second * step, y: height - tall, width: Math.max(0.5, step - 1), height: tall };
    // biome-ignore lint/suspicious/noArrayIndexKey: a second is known by its place
    return <rect key={second} className={styles.bar} data-tone={tone} {...place} />;
  });
};

const Line = ({ values, tone, top }: Course & { top: number }) => {
  const step = width / values.length;
  const points = values.flatMap((value, second) =>
    value === null ? [] : [`${(second + 0.5) * step},${height - (value / top) * height}`],
  );
  return <polyline className={styles.line} data-tone={tone} points={points.join(' ')} />;
};

/** What happened second by second. Its figures stand in the table beside it, for those who do not see it. */
export const LoadPlot = ({ title, courses, format }: LoadPlotProps) => {
  const top = Math.max(1e-9, ...courses.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return (
    <figure className={styles.plot}>
      <figcaption>
        <span>{title}</span>
        {courses.map(({ name, tone }) => (
          <span key={name} className={styles.key} data-tone={tone}>
            {name}
          </span>
        ))}
      </figcaption>
      <div className={styles.drawing}>
        <span className={styles.top}>{format(top)}</span>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          {courses.map((course) =>
            course.kind === 'bars' ? (
              <Bars key={course.name} {...course} top={top} />
            ) : (
              <Line key={course.name} {...course} top={top} />
            ),
          )}
        </svg>
      </div>
    </figure>
  );
};
