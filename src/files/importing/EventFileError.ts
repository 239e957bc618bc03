/** Why no events can be read from a file, in a sentence that the screen can show as it is. */
export class EventFileError extends Error {
  override readonly name = 'EventFileError';
  constructor(reason: string) {
    super(`No events can be read from this file: ${reason}. Nothing was imported.`);
  }
}
