import { filesRoom } from './filesRoom.ts';

/** Whether a text means to be a whole model, as saved, inside an SVG or a link: what is wrong with it is then said. */
export const isModelText = (text: string): boolean =>
  /^\s*https?:\/\/[^\s#]*#model=\d/.test(text) ||
  (/^\s*\{/.test(text) && /"format"\s*:\s*"replayground"/.test(text.slice(0, 64_000))) ||
  (/^\s*</.test(text) && text.slice(0, 64_000).includes('<replayground:model'));

/** A model's text as the file that it would make. */
export const pastedFile = (text: string): File => new File([text], 'pasted model');

/** A pasted text as the file that it would make, where it is one of events, or in another notation. */
export const fileInText = async (text: string): Promise<File | null> => {
  const { areEvents, notationOf } = await filesRoom();
  if (notationOf('', text.slice(0, 64_000))) return pastedFile(text);
  return areEvents(text) ? new File([text], 'pasted events') : null;
};
