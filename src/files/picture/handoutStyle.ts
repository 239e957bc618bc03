import { visibleText } from '#model';
import { fontFamily } from './paper.ts';

/** A text in the quotes of CSS: whatever could end it or the style around it stands as its number. */
const quoted = (text: string): string =>
  `"${visibleText(text).replace(/[^\p{L}\p{M}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;

/** How a handout looks on paper: below each page stand its name and number. */
export const handoutStyle = (name: string): string => `
@page {
  size: landscape;
  margin: 12mm;
  @bottom-center { content: ${quoted(name)} " · " counter(page) " of " counter(pages); color: #62625c; font: 9px ${fontFamily}; }
}
* { box-sizing: border-box; }
body { margin: 0; color: #1d1d1b; font: 11px/1.45 ${fontFamily}; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
h1 { margin: 0; font-size: 20px; }
h2 { margin: 0 0 8px; padding-bottom: 4px; border-bottom: 1px solid #8a8a84; font-size: 16px; break-after: avoid; }
h3 { margin: 12px 0 4px; font-size: 13px; break-after: avoid; }
h4 { margin: 8px 0 2px; font-size: 11px; break-after: avoid; }
.page { break-after: page; }
.page:last-child { break-after: auto; }
.part { margin: 0 0 6px; color: #62625c; }
.window { overflow: hidden; }
.window svg { display: block; width: 100%; height: 100%; }
.chapter + .chapter { margin-top: 20px; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 3px 6px; border: 1px solid #c9c9c4; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { background: #f5f5f3; font-weight: 600; }
tr, dl { break-inside: avoid; }
thead { display: table-header-group; }
dl { display: grid; grid-template-columns: 52px 1fr; margin: 0; }
dt { grid-column: 1; color: #62625c; font-weight: 600; }
dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
.fields { grid-template-columns: fit-content(240px) 1fr; column-gap: 16px; }
`;
