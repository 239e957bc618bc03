import type { CodeError, Noted, UpcastReply, UpcastRequest, UpcastResult } from '../Sandbox.ts';
import { noNotes } from './requests.ts';

const otherNumber: CodeError = {
  name: 'SandboxError',
  message: 'Not each event came back. Does the code change built-in objects?',
  phase: 'upcast',
  isFailure: true,
};

/** The answer of a worker, where it says something of each event, or of those that one answer has room for. */
export const allUpcast = (request: UpcastRequest, reply: Noted<{ [key: string]: unknown }>): UpcastReply => {
  const { results, logs, diagnostics } = reply as unknown as UpcastReply;
  if (results.length === 0 || results.length > request.events.length) return noneUpcast(request, otherNumber);
  return {
    results: results.map(resultOf),
    logs,
    diagnostics,
  };
};

/** Nothing but what belongs there. */
const resultOf = (result: UpcastResult): UpcastResult => {
  if ('error' in result) return { error: result.error };
  return 'events' in result
    ? { events: result.events.map(({ type, data }) => ({ type, data })) }
    : { data: result.data };
};

/** One broken piece of code leaves all events unread, each with its place. */
export const noneUpcast = ({ events }: UpcastRequest, error: CodeError): UpcastReply => ({
  results: events.map(({ metadata }) => ({ error: { ...error, position: metadata.globalPosition } })),
  ...noNotes,
});
