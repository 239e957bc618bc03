import type { Arrows } from '../arrows.ts';
import type { DefinitionOf } from '../definitions.ts';
import { quoted, typeName } from '../typeText.ts';
import { dataLiteral, missingFields, type Source } from './dataLiteral.ts';
import { functionHead } from './functionHead.ts';

const now = 'event.metadata.recordedAt';

/**
 * Working code: each event leads to the policy's commands as far as the event knows their fields. A command that needs
 * more is left to the person, so that nothing runs on invented data.
 */
export const policySkeleton = (arrows: Arrows, policy: DefinitionOf<'policy'>): string => {
  const events = arrows.into(policy.id, 'event');
  const commands = arrows.outOf(policy.id, 'command');
  const name = typeName(policy.name);
  return `import type { ${name}Command, ${name}Event } from '#model';\n\n${reactText(name, events, commands)}\n`;
};

const reactText = (name: string, events: DefinitionOf<'event'>[], commands: DefinitionOf<'command'>[]): string => {
  if (events.length === 0) return `export const react = (_event: ${name}Event): ${name}Command[] => [];`;
  const cases = events.map((event) => `    case ${quoted(event.name)}:\n${caseText(event, commands)}`);
  return `${functionHead('react', [`event: ${name}Event`], `${name}Command[]`)} => {\n  switch (event.type) {\n${cases.join('')}  }\n};`;
};

const caseText = (event: DefinitionOf<'event'>, commands: DefinitionOf<'command'>[]): string => {
  const sources: Source[] = [{ expression: 'event.data', fields: event.fields, mayBeMissing: false }];
  const issued: string[] = [];
  const notes: string[] = [];
  for (const { name, fields } of commands) {
    const missing = missingFields(fields, sources, now);
    if (missing.length > 0) notes.push(`      // ${name} also needs ${missing.join(', ')}.\n`);
    else issued.push(commandText(name, dataLiteral(fields, sources, now, '          ')));
  }
  return `${notes.join('')}      return ${listText(issued)};\n`;
};

const commandText = (name: string, data: string): string =>
  `        {\n          type: ${quoted(name)},\n          data: ${data},\n        },\n`;

const listText = (commands: string[]): string => (commands.length > 0 ? `[\n${commands.join('')}      ]` : '[]');
