/** Enough of a file to tell what it is; texts in UTF-16 have a zero beside each letter. */
export const headOf = async (file: Blob): Promise<string> =>
  (await file.slice(0, 64_000).text()).replaceAll('\u0000', '');
