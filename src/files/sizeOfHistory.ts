import type { RecordedEvent } from '#event-store';
import { largestFile } from './readModelFile.ts';

/** So many events at so many places tell how long those of a history are: a long one is read by pages, each at a price. */
const [places, atEachPlace] = [20, 10];

/** What the model file lays around an event on its own line of a list, in characters for each line of it. */
const indentation = 6;

/**
 * In megabytes, how large the events make a file, where that is more than can be opened again; undefined where it is
 * not. Estimated from some of them, evenly spread.
 */
export const tooLargeToOpen = (events: {
  length: number;
  slice(from: number, to: number): RecordedEvent[];
}): number | undefined => {
  const step = Math.max(atEachPlace, Math.floor(events.length / places));
  let [looked, size] = [0, 0];
  for (let place = 0; place < events.length; place += step)
    for (const event of events.slice(place, place + atEachPlace)) {
      const lines = JSON.stringify(event, null, 2).split('\n');
      size += lines.reduce((sum, line) => sum + line.length + indentation + 1, 0);
      looked += 1;
    }
  const megabytes = looked === 0 ? 0 : Math.ceil(((size / looked) * events.length) / 1_000_000);
  return megabytes > largestFile ? megabytes : undefined;
};
