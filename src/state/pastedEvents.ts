import { filesRoom } from './filesRoom.ts';

/** Whether a pasted text is recorded events. */
export const areEvents = async (text: string): Promise<boolean> => (await filesRoom()).areEvents(text);

/** Pasted events as the file that they would make. */
export const pastedFile = (text: string): File => new File([text], 'pasted events');
