/// <reference lib="webworker" />
import { answeringScreen } from '../answeringScreen.ts';
import type { Answer } from '../askingWorker.ts';
import { commitsOf } from './commitsOf.ts';
import { decodeBytes } from './decodeBytes.ts';
import { EventFileError } from './EventFileError.ts';
import type { ImportMapping } from './EventImport.ts';
import { eventsIn } from './eventsIn.ts';
import { factsOf } from './factsOf.ts';
import { createOrdered } from './inOrder.ts';
import { type Records, readRecords } from './readRecords.ts';
import { createSummary } from './summarise.ts';

/** What the screen's side asks. Newer questions of one kind make older ones moot: those are not answered any more. */
export type ImportQuestion =
  | { kind: 'open'; file: File }
  | { kind: 'summarise'; mapping: ImportMapping }
  | { kind: 'collect'; mapping: ImportMapping }
  | { kind: 'part'; from: number; to: number };

let records: Records | undefined;
let ordered = createOrdered();
let newest = 0;

const opened = (): Records => {
  if (!records) throw new EventFileError('it was not opened');
  return records;
};

const open = async (file: File) => {
  const { text, remark } = decodeBytes(new Uint8Array(await file.arrayBuffer()));
  records = readRecords(text);
  return factsOf(records, { fileName: file.name, size: file.size, remarks: remark === undefined ? [] : [remark] });
};

const slice = 20_000;

/** Lets a newer question in now and then; answers whether this one is still wanted. */
const rested = async (isWanted: () => boolean): Promise<boolean> => {
  await new Promise((resolve) => setTimeout(resolve));
  return isWanted();
};

const summarise = async (mapping: ImportMapping, isWanted: () => boolean) => {
  const summary = createSummary();
  let done = 0;
  for (const one of eventsIn(opened(), mapping)) {
    if ('event' in one) summary.add(one.event);
    else summary.addUnread(one.unread);
    done += 1;
    if (done % slice === 0 && !(await rested(isWanted))) return undefined;
  }
  return summary.summary();
};

const collect = (mapping: ImportMapping): number => {
  ordered = createOrdered();
  for (const one of eventsIn(opened(), mapping)) if ('event' in one) ordered.add(one.event);
  return ordered.size();
};

const answer = async (question: ImportQuestion): Promise<Answer> => {
  newest += 1;
  const own = newest;
  switch (question.kind) {
    case 'open':
      return { result: await open(question.file) };
    case 'summarise': {
      const summary = await summarise(question.mapping, () => own === newest);
      return summary ? { result: summary } : { moot: true };
    }
    case 'collect':
      return { result: collect(question.mapping) };
    case 'part':
      return { result: JSON.stringify(commitsOf(ordered.part(question.from, question.to))) };
  }
};

answeringScreen(answer);
