import { newUuid } from '#engine';
import type { Message } from './AppState.ts';
import { appStore } from './appStore.ts';

const say = (message: Omit<Message, 'id'>): void =>
  appStore.setState(({ messages }) => ({
    messages: [...messages.filter(({ text }) => text !== message.text), { ...message, id: newUuid() }],
  }));

export const sayNote = (text: string, actions: Message['actions'] = []): void => say({ tone: 'note', text, actions });

export const sayTrouble = (text: string, actions: Message['actions'] = []): void =>
  say({ tone: 'trouble', text, actions });

/** What is said elsewhere by now. */
export const unsay = (text: string): void =>
  appStore.setState(({ messages }) => ({ messages: messages.filter((message) => message.text !== text) }));

export const dismissMessage = (id: string): void =>
  appStore.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }));

/** The sentence of an error, as the rooms below word it for the screen. */
export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Runs something that may fail and says so, with ways on, instead of throwing at the screen. */
export const orSay = async <T>(run: () => Promise<T>, actions: Message['actions'] = []): Promise<T | null> => {
  try {
    return await run();
  } catch (error) {
    sayTrouble(sentenceOf(error), actions);
    return null;
  }
};
