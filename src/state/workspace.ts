import { lockedNoteOf, whyLocked } from '#model';
import { appStore } from './appStore.ts';
import { edit, redo, saved, undo } from './boardEditing.ts';
import { flushCode, typeCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { closeHints, nextHint } from './hints.ts';
import { dismissMessage, orSay, sayNote } from './messages.ts';
import { newModel, openModel, openSample, refreshModels } from './models.ts';
import { keepPreferences } from './preferences.ts';
import {
  closeForm,
  controlReadModel,
  decideAgain,
  deleteRun,
  dismissOutcome,
  forceThrough,
  newRun,
  openForm,
  openRun,
  rebuildVisibly,
  retryReadModel,
  setPace,
  stopLongWork,
  stopRebuild,
  submitCommand,
} from './running.ts';
import { showCode } from './showCode.ts';
import { runSpecification } from './specifications.ts';
import { renameBookmark, toggleBookmark, toggleBreakpoint } from './stops.ts';
import * as time from './timeTravel.ts';
import type { Workspace } from './WorkspaceApi.ts';

const { getState, setState } = appStore;

/** Reading code is not needed for the first sight of the wall. */
const growing = () => import('./growing.ts');

const editAndOffer: Workspace['edit'] = (label, intents) => {
  const { board: before } = getState();
  const result = edit(label, intents);
  if (result === 'made' && intents.some(({ type }) => type === 'ConnectNotes' || type === 'RenameDefinition'))
    void growing().then(({ offerGrowth }) => offerGrowth(before));
  return result;
};

const startRenaming = (noteId: string): void => {
  const { board } = getState();
  const locked = lockedNoteOf(board, board.notes[noteId]?.definitionId ?? '');
  if (locked) sayNote(whyLocked(board, [locked], 'rename'));
  else setState({ renaming: noteId });
};

/** Needed by its own view alone: it comes with it. */
const wallHistory = () => import('./wallHistory.ts');

/** How models come and go is needed rarely. */
const keepingModels = () => import('./keepingModels.ts');
const fileActions = () => import('./fileActions.ts');

/** Nobody asks before the wall is there. */
const asking = () => import('./asking.ts');
const watching = () => import('./watching.ts');
const archiving = () => import('./archiving.ts');
/** Comes with the first file of events. */
const importing = () => import('./importing.ts');
const redeciding = () => import('./redeciding.ts');
/** Branches are made and left by a gesture, never at the start. */
const branching = () => import('./branching.ts');
const loadRuns = () => import('./loadRuns.ts');
const openingExisting = () => import('./openingExisting.ts');
const readingStored = () => import('./readingStored.ts');

/** The one door through which the screen changes anything. */
export const workspace: Workspace = {
  edit: editAndOffer,
  undo,
  redo,
  saved,
  select: (selection) => setState({ selection }),
  startRenaming,
  stopRenaming: () => setState({ renaming: null }),
  typeCode,
  flushCode,
  applyFix: async (fix) => (await import('./fixing.ts')).applyFix(fix),

  openForm,
  closeForm,
  submitCommand,
  decideAgain,
  forceThrough,
  dismissOutcome,
  setPace,
  settled: async () => {
    await engine().settled();
  },
  retryReadModel,
  rebuildVisibly,
  tryDelivery: async (readModelId, delivery) => (await import('./experiments.ts')).tryDelivery(readModelId, delivery),
  printDecision: (commandId) =>
    void import('./printedDecision.ts').then(({ printDecision }) => printDecision(commandId)),
  stepInto: async (commandId) => (await import('./steppingInto.ts')).stepInto(commandId),
  stepIntoEvent: async (position) => (await import('./steppingInto.ts')).stepIntoEvent(position),
  foldSteps: async (part) => (await import('./steppingInto.ts')).foldSteps(part),
  switchPolicyOff: (definitionId) =>
    edit('Switch the policy off', [{ type: 'SwitchPolicy', definitionId, isOn: false }]),
  newRun,
  openRun,
  deleteRun,

  seek: (position) => void time.seek(position),
  stepBack: () => void time.stepBack(),
  stepForward: () => void time.stepForward(),
  goToStart: () => void time.goToStart(),
  goToNow: () => void time.goToNow(),
  play: () => void import('./playing.ts').then(({ play }) => play()),
  pause: time.pause,
  setSpeed: (speed) => {
    time.setSpeed(speed);
    keepPreferences({ speed });
  },
  jump: (direction, of) => void import('./jumping.ts').then(({ jump }) => jump(direction, of)),
  watchStream: time.watchStream,
  showDocuments: time.showDocuments,
  archiveStream: (stream) => void archiving().then((room) => room.archiveStream(stream)),
  inspectStore: async (request) => (await archiving()).inspectStore(request),
  unarchiveStream: (stream) => void archiving().then((room) => room.unarchiveStream(stream)),
  deleteStream: (deletion) => void archiving().then((room) => room.deleteStream(deletion)),
  undeleteStream: (stream) => void archiving().then((room) => room.undeleteStream(stream)),
  returnToNowAnd: (then) => void time.goToNow().then(then),

  runSpecification: (id) => void runSpecification(id),
  specificationFromCommand: async (commandId) =>
    (await import('./recordedSpecifications.ts')).specificationFromCommand(commandId),
  specificationFromReaction: async (policyId, position) =>
    (await import('./recordedSpecifications.ts')).specificationFromReaction(policyId, position),

  showModels: () => {
    setState({ view: 'models' });
    void refreshModels();
  },
  showWall: () => setState({ view: 'wall', comparedFile: null }),
  showOutline: () => setState({ view: 'outline', form: null }),
  showWallHistory: () => setState({ view: 'wall-history', form: null }),
  readWallHistory: async () => (await wallHistory()).readWallHistory(),
  restoreWall: (label, board) => void wallHistory().then(({ restoreWall }) => restoreWall(label, board)),
  newModelFrom: async (board, name) => (await wallHistory()).newModelFrom(board, name),
  newModel,
  openModel,
  openSample,
  renameModel: (name, modelId = getState().modelId) => {
    if (modelId === getState().modelId) edit('Rename the model', [{ type: 'NameModel', name }]);
    else void keepingModels().then(({ renameClosedModel }) => renameClosedModel(name, modelId));
  },
  duplicateModel: async (modelId) => (await keepingModels()).duplicateModel(modelId),
  deleteModel: async (modelId) => (await keepingModels()).deleteModel(modelId),
  restoreModel: async (modelId) => (await keepingModels()).restoreModel(modelId),
  saveToFile: async (options) => (await fileActions()).saveToFile(options),
  sharing: async () => (await import('./sharing.ts')).sharing,
  previewFile: async (file) => (await fileActions()).previewFile(file),
  sayOneOf: async (fileName, others) => (await import('./oneOfFiles.ts')).sayOneOf(fileName, others),
  openPreviewed: async () => (await fileActions()).openPreviewed(),
  closePreview: () => setState({ preview: null }),

  setTheme: (theme) => {
    setState({ theme });
    keepPreferences({ theme });
  },
  setScale: (scale) => {
    setState({ scale });
    keepPreferences({ scale });
  },
  present: (isPresenting) =>
    setState(({ isInspectorOpen }) => ({
      isPresenting,
      view: 'wall',
      isInspectorOpen: isInspectorOpen && !isPresenting,
    })),
  setInspectorTab: (inspectorTab) => setState({ inspectorTab }),
  toggleInspector: (open = !getState().isInspectorOpen) => setState({ isInspectorOpen: open }),
  toggleDock: (open = !getState().isDockOpen) => {
    setState({ isDockOpen: open });
    keepPreferences({ isDockOpen: open });
  },
  showCode,
  nextHint,
  closeHints,
  dismissMessage,
  setFilter: (filter) => void import('./filtering.ts').then(({ setFilter }) => setFilter(filter)),
  hideOthers: (isHidingOthers) => setState({ isHidingOthers }),
  toggleBreakpoint,
  toggleBookmark,
  renameBookmark,
  goTo: (typed) => void import('./goTo.ts').then(({ goTo }) => goTo(typed)),
  specificationFromEvents: (positions) =>
    void import('./selectedSpecification.ts').then((room) => room.specificationFromEvents(positions)),

  askWhy: (place, position) => void asking().then(({ askWhy }) => askWhy(place, position)),
  closeWhy: () => void asking().then(({ closeWhy }) => closeWhy()),
  whyGiven: async (question) => (await asking()).whyGiven(question),
  lineOfDecision: async (specification) => (await asking()).lineOfDecision(specification),
  watchValue: (place) => void watching().then(({ watchValue }) => watchValue(place)),
  unwatchValue: (place) => void watching().then(({ unwatchValue }) => unwatchValue(place)),
  refreshWatches: () => void watching().then(({ refreshWatches }) => refreshWatches()),
  changeImport: (mapping) => {
    const { eventImport } = getState();
    if (!eventImport || eventImport.progress) return;
    // At once: a field whose text comes back later loses what is typed meanwhile.
    setState({ eventImport: { ...eventImport, mapping, isReading: true } });
    void importing().then(({ readAsMapped }) => readAsMapped());
  },
  importEvents: async (choice) => (await importing()).importEvents(choice),
  closeImport: () => void importing().then(({ closeImport }) => closeImport()),
  saveEvents: async () => (await fileActions()).saveEvents(),
  branch: async (request) => (await branching()).branch(request),
  // Both are of the moment of the press: the cursor may have gone on when the rest is here.
  branchHere: (then) => {
    const position = time.positionOf(getState());
    void branching().then(({ branchAt }) => branchAt(position, then));
  },
  openRunAt: async (runId, position) => (await branching()).openRunAt(runId, position),
  returnToParent: () => void branching().then(({ returnToParent }) => returnToParent()),
  adoptBranch: () => void branching().then(({ adoptBranch }) => adoptBranch()),
  throwBranchAway: () => void branching().then(({ throwBranchAway }) => throwBranchAway()),
  renameRun: async (runId, name) => (await branching()).renameRun(runId, name),
  showCompare: () => setState({ view: 'compare', form: null }),
  compareMoments: async (sides) => (await branching()).compareMoments(sides),
  outlineRuns: async (wanted) => (await branching()).outlineRuns(wanted),
  togglePin: () => {
    const position = time.positionOf(getState());
    void branching().then(({ togglePin }) => togglePin(position));
  },
  stopRebuild,
  readState: async (stream) => (await import('./readingState.ts')).readState(stream),
  redecide: async (wish, onProgress) => (await redeciding()).redecide(wish, onProgress),
  stopRedeciding: () => void redeciding().then(({ stopRedeciding }) => stopRedeciding()),
  openLoadRun: (commandId) => void loadRuns().then(({ openLoadRun }) => openLoadRun(commandId)),
  startLoad: async (plan) => (await loadRuns()).startLoad(plan),
  stopLoad: () => void loadRuns().then(({ stopLoad }) => stopLoad()),
  closeLoadRun: () => void loadRuns().then(({ closeLoadRun }) => closeLoadRun()),
  controlReadModel,
  compareVersions: (readModelId) => orSay(() => engine().compareVersions(readModelId)),
  stopLongWork,
  goToChange: (place, to) => void watching().then(({ goToChange }) => goToChange(place, to)),
  findLines: (positions) => void asking().then(({ findLines }) => findLines(positions)),
  windClock: async (to) => (await import('./clock.ts')).windClock(to),
  controlPolicy: (policyId, control) => void orSay(() => engine().controlPolicy({ policyId, control })),
  documentSources: (readModelId) => orSay(() => engine().documentSources(readModelId)),
  readStored: async (...of) => (await readingStored()).readStoredOrSay(...of),
  dryRun: async (definitionId) => (await readingStored()).dryRun(definitionId),
  compareWithFile: async () => (await openingExisting()).compareWithFile(),
  takeOver: (label, difference) => void openingExisting().then(({ takeOver }) => takeOver(label, difference)),
  replaceByFile: async (label) => (await openingExisting()).replaceByFile(label),
};
