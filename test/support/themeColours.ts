import { readFileSync } from 'node:fs';

type Colours = { readonly [token: string]: string };

const read = (file: string) => readFileSync(new URL(`../../src/ui/theme/${file}`, import.meta.url), 'utf8');

const coloursIn = (css: string): Colours =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, token = '', colour = '']) => [token, colour]),
  );

const [, light = '', dark = ''] = read('tokens.css').split(/\[data-theme=["'](?:light|dark)["']\] \{/);
const notes = coloursIn(read('notes.css'));

/** The colours of both themes by their tokens, as the style sheets have them. */
export const themeColours = [
  { theme: 'light', colours: { ...notes, ...coloursIn(light) } },
  { theme: 'dark', colours: { ...notes, ...coloursIn(dark) } },
] as const;
