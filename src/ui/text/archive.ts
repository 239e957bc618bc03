/** Texts of streams that are put away. */
export const archiveTexts = {
  archive: (stream: string) => `Archive ${stream}`,
  takeBack: (stream: string) => `Take ${stream} back from the archive`,
  archived: (stream: string) => `${stream}, archived`,
  lane: (stream: string) => `What can be done with ${stream}`,
  show: (count: number) => `Show archived streams (${count})`,
};
