import { filesRoom } from './filesRoom.ts';

/** Whether a pasted text is recorded events. */
export const areEvents = async (text: string): Promise<boolean> => (await filesRoom()).areEvents(text);

/** Whether a text means to be a whole model, as saved: what is wrong with it is then said. */
export const isModelText = (text: string): boolean =>
  /^\s*\{/.test(text) && /"format"\s*:\s*"replayground"/.test(text.slice(0, 64_000));

/** A pasted text as the file that it would make. */
export const pastedFile = (text: string): File =>
  new File([text], isModelText(text) ? 'pasted model' : 'pasted events');
