export { type Arrows, arrowsOf, commandsOf, deciderOf, eventsOf, ofKind } from './arrows.ts';
export { boardChanges } from './boardChanges.ts';
export { type BoardDifference, boardDifferences, bothBoards } from './boardDifferences.ts';
export * from './boardEvents.ts';
export { type BoardMoment, boardAt, momentsOf, type Touch, touchesBetween } from './boardMoments.ts';
export { BoardRefusal } from './boardRefusal.ts';
export { type BoardSketch, sketchOf } from './boardSketch.ts';
export { clockTime } from './branches/clockTime.ts';
export { type Pins, withPin } from './branches/pins.ts';
export { familyOf, type RunPlace, type RunTreeRow, runTree } from './branches/runTree.ts';
export type { Advice, Evidence, Fix, Severity } from './coach/Advice.ts';
export { type FieldOrigin, type FieldOrigins, fieldOrigins } from './coach/completeness.ts';
export { type Delivery, delivered, deliveries, differingDocuments } from './coach/deliveries.ts';
export { loadCoach } from './coach/loadCoach.ts';
export {
  filePathFrom,
  filePathTrouble,
  withFile,
  withMovedFile,
  withoutFile,
  withRenamedFile,
} from './code/codeFiles.ts';
export { type FileLine, firstChange } from './code/firstChange.ts';
export { type Growth, growthOf } from './code/growth.ts';
export { growthFix, listedNames } from './code/growthFix.ts';
export { definitionMeant, type Handling, handlingsOf, lineOfHandling } from './code/messagesInCode.ts';
export { codeOf, skeletonOf } from './codeOf.ts';
export { type CodeMoment, codeMoments } from './comparison/codeMoments.ts';
export {
  compareFacts,
  type DifferingReadModel,
  type DifferingStream,
  type MomentFacts,
  type MomentsCompared,
} from './comparison/compareFacts.ts';
export { contextsOf } from './contexts/contextsOf.ts';
export {
  isPublic,
  isPublicStream,
  isUnheard,
  ownersOf,
  privateTo,
  publicFormsOf,
  whyUnheard,
} from './contexts/hearing.ts';
export { isTranslationCode } from './contexts/isTranslation.ts';
export { publishing } from './contexts/publishing.ts';
export { kindWordOf, type Standing, standingOf, standingWords } from './contexts/standing.ts';
export { decideBoard } from './decideBoard.ts';
export { decideBoardAll } from './decideBoardAll.ts';
export * from './definitions.ts';
export { differences } from './differences.ts';
export { type Change, differencesBetween } from './differencesBetween.ts';
export {
  type ArrowEnd,
  type ArrowShape,
  arrowBetween,
  arrowHead,
  arrowShape,
  spaceAtArrow,
} from './drawing/arrowShape.ts';
export { namePieces, nameSize } from './drawing/namePieces.ts';
export { middleOf, type Side, sidesBetween } from './drawing/sides.ts';
export {
  type EditHistory,
  emptyHistory,
  evolveHistory,
  type NextStep,
  nextRedo,
  nextUndo,
  undoOf,
} from './editHistory.ts';
export { emptyBoard } from './emptyBoard.ts';
export { evolveBoard, evolveBoardAll } from './evolveBoard.ts';
export {
  type FaultKind,
  type FaultPlan,
  faultKinds,
  type Handover,
  handOver,
  type InTransit,
} from './faults/handOver.ts';
export { defaultData, defaultValue, emptyValue } from './fields/defaultData.ts';
export {
  type CodeLine,
  documentFlows,
  type FieldFlow,
  type FieldSource,
  fieldFlows,
  readingOn,
} from './fields/fieldFlows.ts';
export { type FieldsLine, fieldsFromLine } from './fields/fieldsFromLine.ts';
export { fieldsFromText, isManyFields } from './fields/fieldsFromText.ts';
export { fieldTypeWord } from './fields/fieldTypeWord.ts';
export { type IdsAtHand, idsAtHand } from './fields/idsAtHand.ts';
export { lineOfFields } from './fields/lineOfFields.ts';
export { type Misfit, misfits } from './fields/misfits.ts';
export { inputText, type ParsedInput, parseInput } from './fields/parseInput.ts';
export { nextReadableId } from './fields/readableIds.ts';
export {
  eventsOfDefinition,
  judgeStored,
  type StoredMisfit,
  type StoredMisfits,
  type StoredRead,
  storedMisfits,
} from './fields/storedMisfits.ts';
export { upcastForMisfit } from './fields/upcastForMisfit.ts';
export { asOfToday, upcastWith } from './fields/upcasts.ts';
export { fieldsTrouble } from './fieldsTrouble.ts';
export { type CodeReading, type ReadCode, type ReadMessage, readCode } from './fromCode/readCode.ts';
export { type NoteFromCode, type WallFromCode, wallFromCode } from './fromCode/wallFromCode.ts';
export {
  type KindInfo,
  kindInfo,
  kindsIn,
  lensOf,
  mayFollow,
  type NoteShape,
  nextKinds,
  previousKinds,
  whyNot,
} from './grammar.ts';
export { hasSameProgram } from './hasSameProgram.ts';
export { positionOfWhereabouts, whereaboutsFrom } from './history/asOf.ts';
export { canConcern, concerns } from './history/concerns.ts';
export { countInCells, densityOf } from './history/density.ts';
export { type EventList, type EventLog, eventAt, type GrowingLog, openEventLog } from './history/eventLog.ts';
export { eventsOfText, type LoggedEvent, textOfEvents } from './history/eventText.ts';
export {
  type FilterTerm,
  type HistoryFilter,
  lookOn,
  type Matches,
  noMatches,
  toggled,
} from './history/filter.ts';
export {
  growingIndex,
  type HistoryIndex,
  indexOf,
  lastPositionOf,
  positionsOf,
  streamAt,
  typeAt,
} from './history/historyIndex.ts';
export { makersOf } from './history/makersOf.ts';
export { stepsBefore, usualGap } from './history/pace.ts';
export { countUpTo, includesPosition, type Positions, positionAfter, positionBefore } from './history/positions.ts';
export { noPath, pathOf, type Run, type RunPath } from './history/runPath.ts';
export { shortName } from './history/shortName.ts';
export { hueByType, hueOf } from './history/typeHues.ts';
export { type Inverse, inverse } from './inverse.ts';
export { judge, type SpecificationResult } from './judge.ts';
export { type Alignment, aligned, distributed, type Move } from './layout/aligning.ts';
export type { Gap } from './layout/equalGaps.ts';
export { frameAround, heldBy, movableOf, withHeld } from './layout/framing.ts';
export { layersOf } from './layout/layers.ts';
export { type Place, placesOf, rectangleOf } from './layout/places.ts';
export {
  type Axis,
  boundsOf,
  centreOf,
  contains,
  onGrid,
  overlaps,
  type Rectangle,
  shifted,
} from './layout/rectangle.ts';
export { resizedOnGrid } from './layout/resizing.ts';
export { type Guide, type SnapLines, type Snapped, snap, snapLinesOf } from './layout/snapping.ts';
export { type Space, spaceMade } from './layout/space.ts';
export { type TidyPlace, tidied } from './layout/tidy.ts';
export { lockedNoteOf, whyLocked } from './locking.ts';
export { notesOf } from './lookUp.ts';
export { takeOverIntents } from './merging/takeOverIntents.ts';
export { categoryFrom, isDefaultName, naming, uniqueName } from './naming.ts';
export { newDefinition, newNote } from './newDefinition.ts';
export { type LineNote, mostLines, notesFromLines } from './notesFromLines.ts';
export { type OutlineRow, outlineOf } from './outline.ts';
export { ownerOfStream } from './ownerOfStream.ts';
export { freePlace, placeNextTo } from './placeNextTo.ts';
export { isProcessCode, processCategoryOf } from './processes/isProcess.ts';
export { factsOf, outputInWords, outputsOf } from './processes/outputs.ts';
export { type ProcessAction, processPartsOf } from './processes/processStream.ts';
export { type ClockShift, realTime, timeShown } from './processes/timeShown.ts';
export { soonestFirst, type WaitingMessage, waitingAfter, waitingAt } from './processes/waiting.ts';
export * from './program.ts';
export { idFieldOf, programOf } from './programOf.ts';
export { recordOf } from './records.ts';
export { branchBefore } from './redeciding/branchBefore.ts';
export { type Ending, isSameEnding } from './redeciding/ending.ts';
export { type NamesToday, namesToday } from './redeciding/namesToday.ts';
export { applyEdits, type TextEdit } from './renaming/applyEdits.ts';
export { isMentioned } from './renaming/isMentioned.ts';
export { isFarReaching, planRename } from './renaming/planRename.ts';
export * from './renaming/Rename.ts';
export { renameAlone } from './renaming/renameAlone.ts';
export { renameIntents } from './renaming/renameIntents.ts';
export { sameValue } from './sameValue.ts';
export { find, findEvents, type Hit, mostHits } from './search/find.ts';
export { type FuzzyMatch, fuzzyMatch } from './search/fuzzyMatch.ts';
export { processSkeletonOf } from './skeletons/processSkeleton.ts';
export { translationSkeletonOf } from './skeletons/translationSkeleton.ts';
export { specificationFromReaction, specificationFromRecorded } from './specificationFromRecorded.ts';
export { specificationTime } from './specificationTime.ts';
export { type Beat, changedAt, stepOver, walkOf } from './stepping.ts';
export { storedNames } from './storedNames.ts';
export { categoryOf, isCategoryName, streamIdOf, streamNameOf } from './streamNames.ts';
export { correlatedWith, stretchAround } from './trace/correlated.ts';
export { keyOfTraced, type Trace, type TraceNode, traceOf } from './trace/traceOf.ts';
export { reachOf, type TraceReach, type TraceTree, traceTree, wayTo } from './trace/traceTree.ts';
export { typesModule, typesOf } from './typesOf.ts';
export { propertyKey, quoted, typeName } from './typeText.ts';
export { asPlain } from './values/asPlain.ts';
export { compactText, shortText } from './values/compactText.ts';
export {
  type CoursePoint,
  changeBeside,
  courseOfValue,
  isNumeric,
  placeOnAxis,
} from './values/courseOfValue.ts';
export {
  cellText,
  type DocumentCell,
  type DocumentRow,
  type DocumentTable,
  documentTable,
  wholeCellText,
} from './values/documentTable.ts';
export { type ValueChange, valueChanges } from './values/valueChanges.ts';
export {
  entriesOfValue,
  isByPlace,
  pathFromText,
  pathText,
  type ValueEntry,
  type ValueStep,
  valueAt,
} from './values/valuePath.ts';
export * from './verdict.ts';
export {
  type EventVersion,
  fieldChanges,
  versionsOf,
} from './versions/fieldVersions.ts';
export { readingMisfits } from './versions/readingMisfits.ts';
export { begunUpcaster, typesOfUpcaster, upcasterId } from './versions/upcaster.ts';
export { visibleText } from './visibleText.ts';
export { type FoundEvents, type WallFromEvents, wallFromEvents } from './wallFromEvents.ts';
export { viewsOf } from './wallViews.ts';
export {
  partitionOf,
  partitionsOfCount,
  type Workers,
  workerCounts,
  workerOf,
} from './workers/workers.ts';
