import type { RecordedEvent } from '#event-store';
import { largestFile } from './readModelFile.ts';

/** So many events tell how long those of a history are. */
const sampleSize = 200;

/** What the model file lays around an event on its own line of a list, in characters for each line of it. */
const indentation = 6;

/**
 * In megabytes, how large the events make a file, where that is more than can be opened again; undefined where it is
 * not. Estimated from some of them, evenly spread.
 */
export const tooLargeToOpen = (events: { length: number; at(place: number): RecordedEvent | undefined }) => {
  const step = Math.max(1, Math.floor(events.length / sampleSize));
  let [looked, size] = [0, 0];
  for (let place = 0; place < events.length; place += step) {
    const lines = JSON.stringify(events.at(place), null, 2).split('\n');
    size += lines.reduce((sum, line) => sum + line.length + indentation + 1, 0);
    looked += 1;
  }
  const megabytes = looked === 0 ? 0 : Math.ceil(((size / looked) * events.length) / 1_000_000);
  return megabytes > largestFile ? megabytes : undefined;
};
