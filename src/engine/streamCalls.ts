import type { EngineApi } from './EngineApi.ts';
import type { OpenModel } from './workplace.ts';

type StreamCalls = Pick<
  EngineApi,
  'archiveStream' | 'unarchiveStream' | 'deleteStream' | 'undeleteStream' | 'inspectStore'
>;

/** What the screen may ask of the streams of the run in use, each in turn with its commands. */
export const createStreamCalls = (current: () => OpenModel): StreamCalls => ({
  archiveStream: async (stream) => {
    await current().run.inTurn((store) => store.archiveStream(stream));
  },
  unarchiveStream: async (stream) => {
    await current().run.inTurn((store) => store.unarchiveStream(stream));
  },
  deleteStream: async ({ stream, mode }) => {
    await current().run.inTurn((store) => store.deleteStream(stream, { mode }));
  },
  undeleteStream: async (stream) => {
    await current().run.inTurn((store) => store.undeleteStream(stream));
  },
  inspectStore: async (request) => current().run.store.inspect(request),
});
