export { type Arrows, arrowsOf, commandsOf, deciderOf, eventsOf } from './arrows.ts';
export * from './boardEvents.ts';
export { BoardRefusal } from './boardRefusal.ts';
export { codeOf, skeletonOf } from './codeOf.ts';
export { decideBoard } from './decideBoard.ts';
export * from './definitions.ts';
export { differences } from './differences.ts';
export { type Change, differencesBetween } from './differencesBetween.ts';
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
export { defaultData, defaultValue, emptyValue } from './fields/defaultData.ts';
export {
  type CodeLine,
  documentFlows,
  type FieldFlow,
  type FieldSource,
  fieldFlows,
} from './fields/fieldFlows.ts';
export { type FieldsLine, fieldsFromLine } from './fields/fieldsFromLine.ts';
export { fieldsFromText, isManyFields } from './fields/fieldsFromText.ts';
export { fieldTypeWord } from './fields/fieldTypeWord.ts';
export { type IdsAtHand, idsAtHand } from './fields/idsAtHand.ts';
export { lineOfFields } from './fields/lineOfFields.ts';
export { type Misfit, misfits } from './fields/misfits.ts';
export { inputText, type ParsedInput, parseInput } from './fields/parseInput.ts';
export { nextReadableId } from './fields/readableIds.ts';
export { eventsOfDefinition, type StoredMisfit, storedMisfits } from './fields/storedMisfits.ts';
export { upcastForMisfit } from './fields/upcastForMisfit.ts';
export { asOfToday, upcastWith } from './fields/upcasts.ts';
export { fieldsTrouble } from './fieldsTrouble.ts';
export { type KindInfo, kindInfo, mayFollow, type NoteShape, nextKinds, previousKinds } from './grammar.ts';
export { type Inverse, inverse } from './inverse.ts';
export { judge, type SpecificationResult } from './judge.ts';
export { notesOf } from './lookUp.ts';
export { isDefaultName, uniqueName } from './naming.ts';
export { newDefinition, newNote } from './newDefinition.ts';
export { freePlace, placeNextTo } from './placeNextTo.ts';
export * from './program.ts';
export { idFieldOf, programOf } from './programOf.ts';
export { applyEdits, type TextEdit } from './renaming/applyEdits.ts';
export { isMentioned } from './renaming/isMentioned.ts';
export { isFarReaching, planRename } from './renaming/planRename.ts';
export * from './renaming/Rename.ts';
export { renameAlone, renameIntents } from './renaming/renameIntents.ts';
export { sameValue } from './sameValue.ts';
export { specificationFromRecorded } from './specificationFromRecorded.ts';
export { categoryOf, isCategoryName, streamIdOf, streamNameOf } from './streamNames.ts';
export { typesModule, typesOf } from './typesOf.ts';
export * from './verdict.ts';
