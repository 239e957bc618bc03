/** Why a text is not opened, in a sentence that the screen can show as it is. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

/** The present board stays whatever was wrong: the sentence says so. */
export const notAModel = (reason: string): ModelFileError =>
  new ModelFileError(`This is not a Replayground model: ${reason}. Your open model is unchanged.`);
