/** Bounded contexts: what is private to them, and what they publish. */
export const contextTexts = {
  isContext: 'Bounded context',
  contextHint: 'Events that are made in it are private to it. Other contexts hear what a translation publishes.',
  privacy: 'Who hears it',
  privateHint: (owners: string) => `Private to ${owners}: other contexts do not hear it.`,
  publishedHint: (owners: string, forms: string) => `Private to ${owners}: other contexts hear ${forms} in its place.`,
  publicHint: 'Public: other contexts hear it and rely on its fields.',
  publish: 'Publish it',
  published: (name: string) => `Publish ${name}`,
  translate: 'Publish events',
  translateHint: 'As a translation it makes public events, for other contexts, of private ones.',
  makeTranslation: (name: string) => `Make ${name} a translation`,
  marked: (name: string, isContext: boolean) =>
    isContext ? `Make ${name} a bounded context` : `Make ${name} a plain frame`,
};
