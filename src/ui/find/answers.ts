import { Bookmark, LayoutGrid, type LucideIcon, Sparkles, Zap } from 'lucide-react';
import { type FuzzyMatch, fuzzyMatch, kindInfo, streamAt, typeAt, viewsOf } from '#model';
import { type AppState, historyOf, samples, workspace } from '#state';
import { isEnabled, labelOf } from '../actions/Action.ts';
import { runAction } from '../actions/menuItem.ts';
import { actions } from '../actions/registry.ts';
import { noteIcons } from '../canvas/noteIcons.ts';
import { goToView } from '../canvas/views.ts';
import type { PickGroup, PickOption } from '../kit/PickList.tsx';
import { actionTexts } from '../text/actions.ts';
import { findTexts as texts } from '../text/find.ts';
import { shellTexts } from '../text/shell.ts';
import { viewTexts } from '../text/views.ts';
import { goToNote } from './goTo.ts';

/** Something to do or to go to. */
export type Answer = {
  id: string;
  label: string;
  hint?: string | undefined;
  icon?: LucideIcon | undefined;
  keys?: string | undefined;
  run: () => void;
};
export type AnswerGroup = { heading: string; answers: Answer[] };

const actionAnswers = (state: AppState): Answer[] =>
  actions
    .filter((action) => action.id !== 'find.anything' && isEnabled(action, state))
    .map((action) => ({
      id: action.id,
      label: labelOf(action, state),
      hint: actionTexts.groups[action.group],
      icon: action.icon,
      keys: action.keys?.[0],
      run: () => runAction(action.id),
    }));

const noteAnswers = ({ board }: AppState): Answer[] =>
  Object.values(board.notes).flatMap((note) => {
    const definition = board.definitions[note.definitionId];
    if (!definition) return [];
    const { kind, name } = definition;
    return [
      {
        id: `note-${note.id}`,
        label: name,
        hint: kindInfo[kind].word,
        icon: noteIcons[kind],
        run: () => goToNote(note.id),
      },
    ];
  });

const viewAnswers = ({ board }: AppState): Answer[] =>
  viewsOf(board).map((view) => ({
    id: `view-${view.id}`,
    label: viewTexts.goTo(view.name),
    icon: Bookmark,
    run: () => {
      workspace.showWall();
      requestAnimationFrame(() => requestAnimationFrame(() => goToView(view)));
    },
  }));

const modelAnswers = ({ models, modelId: openId }: AppState): Answer[] =>
  models
    .filter(({ modelId, deletedAt }) => modelId !== openId && !deletedAt)
    .map(({ modelId, name }) => ({
      id: `model-${modelId}`,
      label: name || shellTexts.untitled,
      icon: LayoutGrid,
      run: () => void workspace.openModel(modelId),
    }));

const sampleAnswers = (): Answer[] =>
  samples.map(({ id, name }) => ({
    id: `sample-${id}`,
    label: name,
    icon: Sparkles,
    run: () => void workspace.openSample(id),
  }));

/** Everything there is to do or to go to as things stand, but for recorded events: those are asked for by number. */
export const answersNow = (state: AppState): AnswerGroup[] => [
  { heading: texts.actions, answers: actionAnswers(state) },
  { heading: texts.notes, answers: noteAnswers(state) },
  { heading: texts.views, answers: viewAnswers(state) },
  { heading: texts.models, answers: modelAnswers(state) },
  { heading: texts.samples, answers: sampleAnswers() },
];

const mostEvents = 8;

/** "12" and "#12" speak of event 12 and of those whose number begins so. */
const eventAnswers = (typed: string, { events }: AppState): Answer[] => {
  const [, digits] = /^#?\s*(\d+)$/u.exec(typed.trim()) ?? [];
  if (digits === undefined) return [];
  const history = historyOf(events);
  return positionsBeginningWith(digits, events.length).map((position) => ({
    id: `event-${position}`,
    label: texts.goToEvent(position, typeAt(history, position) ?? ''),
    hint: streamAt(history, position) ?? '',
    icon: Zap,
    run: () => {
      workspace.showWall();
      workspace.toggleDock(true);
      workspace.seek(position);
    },
  }));
};

/** 12, then 120 to 129, then 1200 …: the first few up to the last one there is. */
const positionsBeginningWith = (digits: string, last: number): number[] => {
  const found: number[] = [];
  for (let size = 1, from = Number(digits); from > 0 && from <= last; size *= 10, from *= 10)
    for (let at = 0; at < size && from + at <= last && found.length < mostEvents; at += 1) found.push(from + at);
  return found;
};

/** Of each group; with nothing typed all actions are listed. */
const mostAnswers = 40;
const mostUnasked = 8;

type Ranked = { answer: Answer; match: FuzzyMatch };

const ranked = (answers: readonly Answer[], typed: string): Ranked[] =>
  answers
    .flatMap((answer) => {
      const match = fuzzyMatch(typed, answer.label);
      return match ? [{ answer, match }] : [];
    })
    .sort((one, other) => other.match.score - one.match.score)
    .slice(0, mostAnswers);

const optionOf = ({ answer: { id, label, hint, icon, keys }, match }: Ranked): PickOption => ({
  id,
  label,
  marked: match.at,
  hint,
  icon,
  keys,
});

const unasked = ({ heading, answers }: AnswerGroup): PickGroup => ({
  heading,
  options: (heading === texts.actions ? answers : answers.slice(0, mostUnasked)).map((answer) =>
    optionOf({ answer, match: { score: 0, at: [] } }),
  ),
});

/** What answers to the typed text, the best first, by group; the group with the best answer comes first. */
export const answersTo = (
  typed: string,
  groups: readonly AnswerGroup[],
  state: AppState,
): { shown: PickGroup[]; answers: Answer[] } => {
  const events = { heading: texts.events, answers: eventAnswers(typed, state) };
  const answers = [...events.answers, ...groups.flatMap((group) => group.answers)];
  if (typed.trim() === '') return { shown: groups.map(unasked).filter(({ options }) => options.length > 0), answers };
  const best = groups
    .map(({ heading, answers: all }) => ({ heading, found: ranked(all, typed) }))
    .filter(({ found }) => found.length > 0)
    .sort((one, other) => (other.found[0]?.match.score ?? 0) - (one.found[0]?.match.score ?? 0))
    .map(({ heading, found }): PickGroup => ({ heading, options: found.map(optionOf) }));
  const numbered = events.answers.length > 0 ? [unasked(events)] : [];
  return { shown: [...numbered, ...best], answers };
};
