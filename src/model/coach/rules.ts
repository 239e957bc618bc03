import type { Rule } from './Advice.ts';
import { backwardArrows, knownArrows } from './rules/arrows.ts';
import { codeKnowsTheWall, decisionsTakeTheirTime, nothingHandedIsChanged, replaysAreAlike } from './rules/code.ts';
import { fieldsHaveOrigins } from './rules/completeness.ts';
import { oneDeciderACommand, oneSystemATranslation, processesCorrelate } from './rules/consistency.ts';
import { internalsStayInside } from './rules/contexts.ts';
import { oneName, oneScreenAColumn } from './rules/duplicates.ts';
import { deliveriesAgree } from './rules/experiments.ts';
import {
  commandsLeadToEvents,
  eventsHaveConsumers,
  eventsHaveProducers,
  policiesHearAndAsk,
  readModelsAreFedAndRead,
} from './rules/missing.ts';
import { commandsImperative, eventsInThePast, noStreamPrefix, nothingViewed } from './rules/names.ts';
import {
  noClickbait,
  noCrudNames,
  noPassiveAggression,
  noPropertySourcing,
  noStateObsession,
  streamsEnd,
} from './rules/practice.ts';
import { privateEventsStayHome } from './rules/privacy.ts';
import { everythingIsSpecified, specificationsFit } from './rules/specifications.ts';
import { readAfterItHappened } from './rules/timing.ts';

/**
 * All rules of the coach, in the order in which they are listed. G1 to G16 are the design's; G9 speaks where an
 * experiment was made.
 */
export const rules: readonly Rule[] = [
  knownArrows,
  privateEventsStayHome,
  oneName,
  eventsInThePast,
  commandsImperative,
  eventsHaveProducers,
  commandsLeadToEvents,
  oneDeciderACommand,
  readModelsAreFedAndRead,
  policiesHearAndAsk,
  processesCorrelate,
  deliveriesAgree,
  fieldsHaveOrigins,
  codeKnowsTheWall,
  replaysAreAlike,
  nothingHandedIsChanged,
  decisionsTakeTheirTime,
  readAfterItHappened,
  specificationsFit,
  everythingIsSpecified,
  eventsHaveConsumers,
  oneSystemATranslation,
  noStreamPrefix,
  nothingViewed,
  noPropertySourcing,
  noCrudNames,
  noStateObsession,
  noClickbait,
  noPassiveAggression,
  streamsEnd,
  internalsStayInside,
  oneScreenAColumn,
  backwardArrows,
];
