/**
 * What a person's code finds beside ECMAScript itself. The editor's TypeScript knows no browser, as the sandbox has
 * none, so what the sandbox does offer is declared here.
 */
export const sandboxGlobals = `
declare const console: {
  /** Shows in the step's output. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
};
declare const crypto: {
  /** In decide and policies: made from the command's id, so that running again gives the same. */
  randomUUID(): string;
};
`;

/** The sandbox's stand-in for Emmett's package: code written for its `Decider` type-checks here and runs there. */
export const emmettTypes = `
declare module '@event-driven-io/emmett' {
  type Data = Record<string, unknown>;
  type WithMetadata<Metadata> = Metadata extends undefined ? { readonly metadata?: Data } : { readonly metadata: Metadata };

  export type DefaultRecord = Data;
  export type DefaultCommandMetadata = { now: Date };
  export type Event<Type extends string = string, EventData extends Data = Data, Metadata extends Data | undefined = undefined> = {
    readonly type: Type;
    readonly data: EventData;
    readonly kind?: 'Event';
  } & WithMetadata<Metadata>;
  export type Command<
    Type extends string = string,
    CommandData extends Data = Data,
    Metadata extends Data | undefined = DefaultCommandMetadata | undefined,
  > = { readonly type: Type; readonly data: CommandData; readonly metadata?: Metadata; readonly kind?: 'Command' };
  export type Message = Event | Command;
  export type AnyEvent = Event<string, Data, Data | undefined>;
  export type AnyCommand = Command<string, Data, Data | undefined>;
  export type EventTypeOf<SomeEvent extends { type: string }> = SomeEvent['type'];
  export type EventDataOf<SomeEvent extends { data: unknown }> = SomeEvent['data'];
  export type CommandTypeOf<SomeCommand extends { type: string }> = SomeCommand['type'];
  export type CommandDataOf<SomeCommand extends { data: unknown }> = SomeCommand['data'];
  export type ReadEventMetadata = { readonly streamName: string; readonly streamPosition: bigint; readonly globalPosition: bigint };
  export type ReadEvent<SomeEvent extends { type: string; data: unknown }> = Omit<SomeEvent, 'metadata'> & {
    readonly metadata: ReadEventMetadata;
  };
  export type Decider<State, SomeCommand extends { type: string }, SomeEvent extends { type: string }> = {
    decide: (command: SomeCommand, state: State) => SomeEvent | SomeEvent[];
    evolve: (state: State, event: SomeEvent) => State;
    initialState: () => State;
    isTerminal?: (state: State) => boolean;
  };

  export class EmmettError extends Error {
    constructor(options?: { errorCode: number; message?: string } | string | number);
    errorCode: number;
  }
  export class ValidationError extends EmmettError {
    constructor(message?: string);
  }
  export class IllegalStateError extends EmmettError {
    constructor(message?: string);
  }
  export class NotFoundError extends EmmettError {
    constructor(options?: { id: string; type: string; message?: string } | string);
  }
  export class ConcurrencyError extends EmmettError {
    constructor(current: string | undefined, expected: string, message?: string);
    current: string | undefined;
    expected: string;
  }
  export const event: <SomeEvent extends { type: string; data: unknown }>(
    type: SomeEvent['type'],
    data: SomeEvent['data'],
    metadata?: Data,
  ) => SomeEvent;
  export const command: <SomeCommand extends { type: string; data: unknown }>(
    type: SomeCommand['type'],
    data: SomeCommand['data'],
    metadata?: Data,
  ) => SomeCommand;
  export const assertNotEmptyString: (value: unknown) => string;
  export const assertPositiveNumber: (value: unknown) => number;
  export const assertUnsignedBigInt: (text: string) => bigint;
}
declare module 'emmett' {
  export * from '@event-driven-io/emmett';
}
`;
