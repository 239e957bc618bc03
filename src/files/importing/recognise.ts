import { delimiterOf } from './csvRows.ts';

const namesOfEventFiles = /\.(?:jsonl|ndjson|jsonlines|csv|tsv)$/i;

const isModel = (head: string): boolean => /"format"\s*:\s*"replayground"/.test(head);
const isCloudEvent = (head: string): boolean => /"specversion"\s*:\s*"/.test(head);

/** The first line is a whole record, and what follows looks like another, or nothing follows. */
const areJsonLines = (head: string): boolean => {
  const [first = '', second = '{'] = head.split('\n').filter((line) => line.trim() !== '');
  return first.trimEnd().endsWith('}') && second.trimStart().startsWith('{') && first.trim().length > 1;
};

const isTable = (head: string): boolean => head.includes('\n') && delimiterOf(head) !== '';

/**
 * Whether a file is one of recorded events, by its name and the beginning of its text. Models, and what is neither, are
 * left to those who read models: they say what is wrong.
 */
export const isEventFile = (name: string, head: string): boolean => {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (isModel(text)) return false;
  if (namesOfEventFiles.test(name)) return true;
  if (text.startsWith('[')) return /^\[\s*\{/.test(text);
  if (text.startsWith('{'))
    return isCloudEvent(text) || /^\{\s*"events"\s*:\s*\[/.test(text) || (!/\.json$/i.test(name) && areJsonLines(text));
  return /\.txt$|^[^.]*$/i.test(name) && isTable(text);
};

/** A head that could only be that of a log: it names a type, a time, and at least one thing more. */
const isHeadOfLog = (line: string): boolean =>
  /(?:^|[^a-z])(?:event|type|activity|action)/i.test(line) && /(?:time|date|recorded|occurred|_at\b|At\b)/.test(line);

/** Whether pasted text is events: more careful than with files, since lines of text become notes. */
export const areEvents = (text: string): boolean => {
  const head = text.slice(0, 64_000);
  if (/^\s*[[{]/.test(head)) return isEventFile('', head);
  const [first = ''] = head.trimStart().split('\n', 1);
  return isHeadOfLog(first) && first.split(delimiterOf(head) || '\n').length >= 3;
};
