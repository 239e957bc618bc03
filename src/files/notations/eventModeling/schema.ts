import type { Json } from '#model';

/*
 * The parts of the Event Modeling specification (dilgerma/event-modeling-spec, `eventmodeling.schema.json`) that are
 * written here. Its schema allows nothing beside what it names.
 */

export type ElementType = 'COMMAND' | 'EVENT' | 'READMODEL' | 'SCREEN' | 'AUTOMATION';

export type EmField = {
  name: string;
  type: 'String' | 'Boolean' | 'Double' | 'Decimal' | 'Long' | 'Custom' | 'Date' | 'DateTime' | 'UUID' | 'Int';
  example?: string | { [key: string]: Json };
  subfields?: EmField[];
  optional?: boolean;
  idAttribute?: boolean;
  schema?: string;
  cardinality?: 'List' | 'Single';
};

export type EmDependency = { id: string; type: 'INBOUND' | 'OUTBOUND'; title: string; elementType: ElementType };

export type EmElement = {
  id: string;
  title: string;
  type: ElementType;
  context?: 'INTERNAL' | 'EXTERNAL';
  aggregate?: string;
  service?: string;
  fields: EmField[];
  dependencies: EmDependency[];
};

export type EmStep = {
  id: string;
  title: string;
  type: 'SPEC_EVENT' | 'SPEC_COMMAND' | 'SPEC_READMODEL' | 'SPEC_ERROR';
  linkedId?: string;
  examples?: { [key: string]: Json }[];
  fields?: EmField[];
  expectEmptyList?: boolean;
};

export type EmSpecification = {
  id: string;
  title: string;
  sliceName: string;
  given: EmStep[];
  when: EmStep[];
  then: EmStep[];
  comments?: { description: string }[];
  linkedId: string;
};

export type EmSlice = {
  id: string;
  index: number;
  title: string;
  context?: string;
  sliceType: 'STATE_CHANGE' | 'STATE_VIEW' | 'AUTOMATION';
  aggregates?: string[];
  actors?: { name: string; authRequired: boolean }[];
  commands: EmElement[];
  events: EmElement[];
  readmodels: EmElement[];
  screens: EmElement[];
  processors: EmElement[];
  tables: never[];
  specifications: EmSpecification[];
};

export type EmModel = { slices: EmSlice[] };

/** The comment of a specification that says what time it is in it. */
export const nowComment = 'Now: ';
