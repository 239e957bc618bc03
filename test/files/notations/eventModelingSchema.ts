import type { JsonSchema } from '../support/jsonSchema.ts';

/*
 * What the schema of the Event Modeling specification (dilgerma/event-modeling-spec) asks for, in our words: which
 * fields there are, which are needed, and what they hold. Nothing is allowed beside them.
 */

const text = { type: 'string' };
const whole = { type: 'integer' };
const flag = { type: 'boolean' };
const record = { type: 'object' };
const oneOf = (...choices: string[]) => ({ enum: choices });
const listOf = (name: string) => ({ type: 'array', items: { $ref: `#/$defs/${name}` } });
const texts = { type: 'array', items: text };

/** An object with these fields, the first few of which are needed. */
const closed = (needed: { [name: string]: JsonSchema }, others: { [name: string]: JsonSchema } = {}): JsonSchema => ({
  type: 'object',
  required: Object.keys(needed),
  properties: { ...needed, ...others },
  additionalProperties: { not: {} },
});

const elementType = oneOf('COMMAND', 'EVENT', 'READMODEL', 'SCREEN', 'AUTOMATION');

export const eventModelingSchema: JsonSchema = {
  ...closed({ slices: listOf('slice') }),
  $defs: {
    slice: closed(
      {
        id: text,
        title: text,
        sliceType: oneOf('STATE_CHANGE', 'STATE_VIEW', 'AUTOMATION'),
        commands: listOf('element'),
        events: listOf('element'),
        readmodels: listOf('element'),
        screens: listOf('element'),
        processors: listOf('element'),
        tables: { type: 'array', items: record },
        specifications: listOf('specification'),
      },
      {
        status: oneOf('Created', 'Done', 'InProgress'),
        index: whole,
        context: text,
        actors: listOf('actor'),
        aggregates: texts,
      },
    ),
    element: closed(
      { id: text, title: text, type: elementType, fields: listOf('field'), dependencies: listOf('dependency') },
      { context: oneOf('INTERNAL', 'EXTERNAL'), description: text, aggregate: text, service: text },
    ),
    specification: closed(
      { id: text, title: text, given: listOf('step'), when: listOf('step'), then: listOf('step'), linkedId: text },
      { sliceName: text, vertical: flag, comments: { type: 'array', items: closed({ description: text }) } },
    ),
    step: closed(
      { id: text, title: text, type: oneOf('SPEC_EVENT', 'SPEC_COMMAND', 'SPEC_READMODEL', 'SPEC_ERROR') },
      {
        examples: { type: 'array', items: record },
        index: whole,
        fields: listOf('field'),
        linkedId: text,
        expectEmptyList: flag,
      },
    ),
    actor: closed({ name: text, authRequired: flag }),
    dependency: closed({ id: text, type: oneOf('INBOUND', 'OUTBOUND'), title: text, elementType }),
    field: closed(
      {
        name: text,
        type: oneOf('String', 'Boolean', 'Double', 'Decimal', 'Long', 'Custom', 'Date', 'DateTime', 'UUID', 'Int'),
      },
      {
        example: { oneOf: [text, record] },
        subfields: listOf('field'),
        optional: flag,
        idAttribute: flag,
        generated: flag,
        technicalAttribute: flag,
        schema: text,
        cardinality: oneOf('List', 'Single'),
      },
    ),
  },
};
