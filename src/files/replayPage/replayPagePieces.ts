import { script, scriptHash } from 'virtual:replay-page';
import { inDataBlock, inElement, modelInBlock } from './dataBlock.ts';
import { pageStyle } from './pageStyle.ts';
import type { ReplayData } from './ReplayData.ts';

export type ReplayPageParts = {
  data: ReplayData;
  /** The wall as an SVG document. */
  wall: string;
  /** The text of the model's own file, piece by piece. */
  model: Iterable<string>;
};

/** Only the page's own script runs, and nothing is fetched or sent. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`;

/**
 * A page that shows a history without the app, from wherever it is opened. All that comes from the model stands in it as
 * data, which the page's script puts into text; the wall is a picture, and the model's code is part of the model's text.
 */
export function* replayPagePieces({ data, wall, model }: ReplayPageParts): Generator<string> {
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Replayground">
<title>${inElement(data.title)}</title>
<style>
${pageStyle}</style>
</head>
<body>
<div id="wall">${wall}</div>
<noscript>This page replays what is recorded in it, and needs its script for that: allow scripts for it.</noscript>
<script type="application/json" id="replay">`;
  yield inDataBlock(JSON.stringify(data));
  yield `</script>
<script>${script}</script>
`;
  yield* modelInBlock(model);
  yield '\n</body>\n</html>\n';
}
