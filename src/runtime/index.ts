export { catchUp, dropDocuments } from './catchUp.ts';
export type { Clock } from './clock.ts';
export { openClock } from './clock.ts';
export { type ConsumerSignals, type Consumers, createConsumers } from './consumers.ts';
export type { PolicyControl } from './controlPolicy.ts';
export type { ReadModelControl } from './controlReadModel.ts';
export { decideCommand } from './decideCommand.ts';
export { eventFrom } from './eventFrom.ts';
export { type Faults, type FaultyHandover, faultsOf } from './faults/faultDesk.ts';
export { type HandedEvent, handedEvents } from './handedEvents.ts';
export { handleCommand } from './handleCommand.ts';
export { leaveAsynchronous } from './leaveAsynchronous.ts';
export { type LeftOutEvent, leftOutEvents } from './leftOutPositions.ts';
export { type FollowPace, type LifeCycle, lifeCycleOf } from './lifeCycle.ts';
export type { LoadPlan } from './load/LoadPlan.ts';
export type { Latency, LoadReport, LoadSecond } from './load/LoadReport.ts';
export { runLoad } from './load/runLoad.ts';
export type * from './outcomes.ts';
export type { PolicyFailure } from './policies.ts';
export { policyCommandId } from './policyCommandId.ts';
export { policyConsumer } from './policyConsumer.ts';
export { isProcess, isStreamOf, type ProcessPolicy } from './processes.ts';
export { mostWatched, projectTogether } from './projectByReplay.ts';
export {
  projectionOf,
  type ReadyReadModel,
  readModelIdOf,
  readyReadModels,
  readyVersions,
  servingReadModels,
} from './projectEvents.ts';
export type * from './Run.ts';
export { reactRequestOf } from './reactRequestOf.ts';
export { projectEachFromNothing, projectFromNothing, rebuildVisibly } from './rebuild.ts';
export { sendThrough } from './sendCommands.ts';
export { createQueue, type Queue } from './serially.ts';
export { readServedVersions, type ServedVersion } from './servedVersions.ts';
export { stoppedShares } from './shares/Part.ts';
export { type PartitionStatus, partitionStatuses } from './shares/partitionStatuses.ts';
export { sharesOf, wholeShare } from './shares/Share.ts';
export { whyStopped } from './shares/stops.ts';
export { leftOutOfPolicy } from './together/leftOutOfPolicy.ts';
export { asTheyShare, policySharesOf } from './together/PolicyShare.ts';
export type { Waiting } from './waiting.ts';
