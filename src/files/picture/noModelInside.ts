import { ModelFileError } from '../ModelFileError.ts';

/** Of a picture that shows something, and no more. */
export const noModelInside = (): ModelFileError =>
  new ModelFileError(
    'This picture has no model inside: it was saved without, or a program has taken it out. Your open model is unchanged.',
  );
