import { type Json, propertyKey, quoted } from '#model';

const widest = 100;

/** A value as TypeScript that people like to read: in one line where it is short. `indent` is that of its line. */
export const literal = (value: Json, indent = ''): string => {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const parts = (deeper: string): string[] =>
    Array.isArray(value)
      ? value.map((item) => literal(item, deeper))
      : Object.entries(value).map(([key, held]) => `${keyOf(key)}: ${literal(held, deeper)}`);
  const flat = parts(inner);
  if (flat.length === 0) return Array.isArray(value) ? '[]' : '{}';
  const line = `${open}${flat.join(', ')}${close}`;
  if (!line.includes('\n') && line.length + indent.length <= widest) return line;
  return `${open.trim()}\n${flat.map((part) => `${inner}${part},\n`).join('')}${indent}${close.trim()}`;
};

/** `__proto__: …` in a literal would not be a key of it. */
const keyOf = (key: string): string => (key === '__proto__' ? "['__proto__']" : propertyKey(key));
