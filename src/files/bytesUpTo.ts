/** All that a stream brings, where that is no more than so many bytes; else null, and the stream is stopped there. */
export const bytesUpTo = async (
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Blob | null> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = stream.getReader();
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return new Blob(parts);
};
