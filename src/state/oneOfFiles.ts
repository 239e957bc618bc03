import { visibleText } from '#model';
import { sayNote } from './messages.ts';

/** Whoever brings several files at once hears which one is looked at. */
export const sayOneOf = (fileName: string, others: number): void => {
  if (others === 0) return;
  const left = others === 1 ? 'The other one was' : `The other ${others} were`;
  sayNote(`One file is opened at a time: this is ${visibleText(fileName)}. ${left} left alone.`);
};
