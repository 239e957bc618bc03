import { openFrameHost } from '#sandbox';
import type { Engine } from './createEngine.ts';
import type { EngineApi, EngineClient } from './EngineApi.ts';
import type { EngineNotice } from './EngineNotice.ts';
import { createStartMark, notRun, sessionStorageIfAllowed, withoutCode } from './startMark.ts';
import { offerHost } from './wire/bridgedHost.ts';
import { connect } from './wire/wire.ts';

/**
 * Starts the engine in a worker of its own, and the frame in which user code runs. Call on the screen thread, once a
 * tab. Throws, or rejects `frameOpened` and all calls, with a sentence where the browser allows no worker or no frame.
 */
export const startEngine = (): EngineClient => {
  // The worker starts while the frame opens: a model is shown before any of its code runs.
  const worker = new Worker(new URL('./engineWorker.ts', import.meta.url), { type: 'module', name: 'engine' });
  const [calls, hostCalls] = [new MessageChannel(), new MessageChannel()];
  const listeners = new Set<(notice: EngineNotice) => void>();
  const { service, breakOff } = connect<Engine, EngineNotice>(calls.port1, (notice) => {
    for (const listener of listeners) listener(notice);
  });
  worker.onerror = () => breakOff(new Error('The engine stopped working. Reload the page: what was stored is safe.'));
  worker.postMessage({ calls: calls.port2, host: hostCalls.port2 }, [calls.port2, hostCalls.port2]);
  const host = openFrameHost();
  // What the engine asks of the frame waits in the channel until the frame is there.
  const frameOpened = host.then((opened) => offerHost(opened, hostCalls.port1));
  frameOpened.catch(breakOff);

  const mark = createStartMark(sessionStorageIfAllowed());
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') void service.handOn();
  };
  addEventListener('pagehide', mark.forget);
  document.addEventListener('visibilitychange', onHidden);

  const useProgram: EngineApi['useProgram'] = async (program, modelId) => {
    if (mark.hungWith(program)) {
      await service.useProgram(withoutCode(program), modelId);
      return notRun(program);
    }
    mark.set(program);
    return service.useProgram(program, modelId).finally(mark.forget);
  };

  const close = (): void => {
    removeEventListener('pagehide', mark.forget);
    document.removeEventListener('visibilitychange', onHidden);
    void service.close().finally(() => {
      worker.terminate();
      void host.then(
        (opened) => opened.close(),
        () => undefined,
      );
    });
  };

  return {
    ...callsOf(service),
    useProgram,
    frameOpened,
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
};

/** What the screen may ask, spelled out: the service behind it would take any name. */
const callsOf = (service: EngineApi): EngineApi => ({
  listModels: () => service.listModels(),
  createModel: (model) => service.createModel(model),
  duplicateModel: (modelId) => service.duplicateModel(modelId),
  renameModel: (request) => service.renameModel(request),
  sketchModel: (modelId) => service.sketchModel(modelId),
  deleteModel: (modelId) => service.deleteModel(modelId),
  restoreModel: (modelId) => service.restoreModel(modelId),
  openModel: (modelId, tabs) => service.openModel(modelId, tabs),
  appendToBoard: (request) => service.appendToBoard(request),
  readBoard: () => service.readBoard(),
  useProgram: (program, modelId) => service.useProgram(program, modelId),
  submitCommand: (submission) => service.submitCommand(submission),
  settled: () => service.settled(),
  moment: (request) => service.moment(request),
  giveWay: () => service.giveWay(),
  rebuild: (request) => service.rebuild(request),
  stopRebuild: () => service.stopRebuild(),
  stopLongWork: () => service.stopLongWork(),
  windClock: (to) => service.windClock(to),
  retryReadModel: (readModelId) => service.retryReadModel(readModelId),
  specify: (specification) => service.specify(specification),
  decisionOutput: (commandId) => service.decisionOutput(commandId),
  stepInto: (commandId) => service.stepInto(commandId),
  stepIntoEvent: (position) => service.stepIntoEvent(position),
  foldSteps: (part) => service.foldSteps(part),
  tryDelivery: (request) => service.tryDelivery(request),
  newRun: (kind) => service.newRun(kind),
  openRun: (runId) => service.openRun(runId),
  deleteRun: (runId) => service.deleteRun(runId),
  restoreRun: (runId) => service.restoreRun(runId),
  valueHistory: (request) => service.valueHistory(request),
  followValues: (wish) => service.followValues(wish),
  givenHistory: (question) => service.givenHistory(question),
  lineOfDecision: (specification) => service.lineOfDecision(specification),
  startImport: () => service.startImport(),
  storeImported: (request) => service.storeImported(request),
  finishImport: (request) => service.finishImport(request),
  cancelImport: (importId) => service.cancelImport(importId),
  branchRun: (request) => service.branchRun(request),
  renameRun: (request) => service.renameRun(request),
  adoptRun: (runId) => service.adoptRun(runId),
  pinMoments: (request) => service.pinMoments(request),
  outlineRuns: (wanted) => service.outlineRuns(wanted),
  compareMoments: (sides) => service.compareMoments(sides),
  historyPage: (request) => service.historyPage(request),
  redecide: (wish) => service.redecide(wish),
  stopRedeciding: () => service.stopRedeciding(),
  runLoad: (plan) => service.runLoad(plan),
  stopLoad: () => service.stopLoad(),
  controlReadModel: (request) => service.controlReadModel(request),
  compareVersions: (readModelId) => service.compareVersions(readModelId),
  linesOfChanges: (question) => service.linesOfChanges(question),
  archiveStream: (stream) => service.archiveStream(stream),
  unarchiveStream: (stream) => service.unarchiveStream(stream),
  deleteStream: (request) => service.deleteStream(request),
  undeleteStream: (stream) => service.undeleteStream(stream),
  inspectStore: (request) => service.inspectStore(request),
  controlPolicy: (request) => service.controlPolicy(request),
  documentSources: (readModelId) => service.documentSources(readModelId),
  readStored: (wish) => service.readStored(wish),
  dryRun: (programs) => service.dryRun(programs),
  replaySteps: (wish) => service.replaySteps(wish),
  replayDocuments: (wish) => service.replayDocuments(wish),
  noteSaved: (file) => service.noteSaved(file),
  keepOfFile: (request) => service.keepOfFile(request),
  changesSinceFile: (modelId) => service.changesSinceFile(modelId),
  addRecordedRun: (request) => service.addRecordedRun(request),
  createPackedModel: (request) => service.createPackedModel(request),
});
