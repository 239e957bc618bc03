/** A thousand bytes may unpack to a million: so few are handed over at once that it can be stopped in time. */
const sip = 1_000;

/** Bytes as a stream of small parts. */
export const inSips = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> => {
  let taken = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (taken >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(taken, taken + sip));
      taken += sip;
    },
  });
};
