const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * The time that a clock is set to: written out in ISO 8601, or by how much it is put forward (`+3d`, `+2h`, `+30m`).
 * `undefined` where it is neither, or lies before the time that it has: a clock never runs backwards.
 */
export const clockTime = (text: string, present: string): string | undefined => {
  const [, count, unit] = /^\+\s*(\d+)\s*([mhd])$/.exec(text.trim()) ?? [];
  const ahead = count && unit ? Number(count) * unitMs[unit as keyof typeof unitMs] : undefined;
  const time = ahead === undefined ? Date.parse(text) : Date.parse(present) + ahead;
  if (Number.isNaN(time) || time < Date.parse(present) || time > latest) return undefined;
  return new Date(time).toISOString();
};

/** Years of more than four digits are written otherwise. */
const latest = Date.parse('9999-12-31T23:59:59.999Z');
