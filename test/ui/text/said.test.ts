import { describe, expect, it } from 'vitest';
import { arrangingText } from '../../../src/ui/text/arranging.ts';
import { canvasText } from '../../../src/ui/text/canvas.ts';
import { renamingTexts } from '../../../src/ui/text/renaming.ts';
import { saidOf } from '../../../src/ui/text/said.ts';
import { viewTexts } from '../../../src/ui/text/views.ts';

const labels = [
  canvasText.placed('A'),
  canvasText.added('Command', 'A'),
  canvasText.moved(1, 'A'),
  canvasText.locked(1, 'A'),
  canvasText.unlocked(2, 'A'),
  canvasText.removed(1, 0, 'A'),
  canvasText.removed(0, 2, ''),
  canvasText.cut(2, 0, ''),
  canvasText.resized('A'),
  canvasText.connected('A', 'B'),
  canvasText.disconnected('A', 'B'),
  canvasText.reconnected('A', 'B'),
  canvasText.duplicated(1, 'A'),
  canvasText.pasted(1),
  renamingTexts.rename('A', 'B'),
  ...Object.values(arrangingText.aligned),
  ...Object.values(arrangingText.distributed),
  ...Object.values(arrangingText.roomMade),
  ...Object.values(arrangingText.roomTaken),
  arrangingText.grouped(2),
  arrangingText.tidied(null),
  viewTexts.kept('A'),
  viewTexts.renamed('A', 'B'),
  viewTexts.aimed('A'),
  viewTexts.remove('A'),
];

describe('what is said of an edit', () => {
  it('tells its label as something that has happened', () => {
    expect(saidOf('Move 3 notes')).toBe('Moved 3 notes');
    expect(saidOf('Take room away above')).toBe('Took room away above');
    expect(saidOf('Call it a day')).toBe('Done: Call it a day');
    expect(saidOf('constructor')).toBe('Done: constructor');
  });

  it.each(labels)('has the words for “%s”', (label) => {
    expect(saidOf(label)).not.toContain('Done');
  });
});
