import type { DefinitionOf, EventVersion, Upcast } from '#model';
import { versionsTexts as texts } from '../text/versions.ts';

export type EventDefinition = DefinitionOf<'event'>;

export const stepTo = ({ upcasts = [] }: EventDefinition, to: number): Upcast | undefined =>
  upcasts.find((step) => step.to === to);

/** What a step does, in words. */
export const wordsOfStep = (step: Upcast | undefined, name: string): string => {
  if (!step) return texts.noStep;
  const { formerNames = [], rename = {}, defaults = {}, code } = step;
  return [
    ...formerNames.map((former) => texts.readAs(former, name)),
    ...Object.entries(rename).map(([path, key]) => texts.readAs(path, key)),
    ...Object.entries(defaults).map(([path, value]) => texts.defaultsTo(path, JSON.stringify(value))),
    ...(code ? [texts.byCode] : []),
  ].join(', ');
};

/** What a version changed, where the fields of the one before have been kept. */
export const wordsOfVersion = ({ version, changes }: EventVersion): string => {
  if (version === 1 || !changes) return '';
  return changes.length === 0 ? texts.same : changes.map(({ name, change }) => texts.changed[change](name)).join(', ');
};
