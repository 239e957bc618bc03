import { readCode } from '#model';

/** Whether a text is code that becomes notes: a decider, a read model or a policy. */
export const isCodeForWall = (text: string): boolean => readCode(text).kind === 'read';
