import type { CodeError } from '#sandbox';

/** The sandbox went away under the work, through no fault of the code that ran: the work is done again later. */
export class SandboxLost extends Error {
  override readonly name = 'SandboxLost';
}

export const isOfSandbox = ({ name }: CodeError): boolean => name === 'SandboxLostError';
