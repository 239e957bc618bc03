import type { Program } from '#model';

/** Nothing is no amount, and what is more than a hundred was counted in two heaps. */
const heaps = `export const upcast = (data) => {
  if (data.amount === 0) return null;
  if (data.amount <= 100) return { ...data, isNew: true };
  return [100, data.amount - 100].map((amount) => ({ type: 'AmountTaken', data: { ...data, amount, isNew: true } }));
};`;

/** A till that reads amounts of version 1 as none, one or two. */
export const readInHeaps = (program: Program): Program => ({
  ...program,
  events: program.events.map((event) =>
    event.type === 'AmountTaken'
      ? { ...event, schemaVersion: 2, upcasts: [{ to: 2, code: [{ path: 'AmountTakenV2.ts', text: heaps }] }] }
      : event,
  ),
});
