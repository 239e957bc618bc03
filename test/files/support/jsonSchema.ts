/** The part of JSON Schema (2020-12) that our schema uses; an unknown keyword throws, so that no rule goes unchecked. */
export type JsonSchema = { [keyword: string]: unknown };

/** Paths at which a value breaks a schema; none where it fits. */
export const breaches = (schema: JsonSchema, value: unknown): string[] => check(schema, schema, value, '');

type Rule = (argument: never, value: unknown, path: string, schema: JsonSchema, root: JsonSchema) => string[];

const check = (root: JsonSchema, schema: JsonSchema, value: unknown, path: string): string[] =>
  Object.entries(schema).flatMap(([keyword, argument]) => {
    if (annotations.includes(keyword)) return [];
    const rule = rules[keyword];
    if (!rule) throw new Error(`The schema uses ${keyword}, which is not checked here.`);
    return rule(argument as never, value, path, schema, root);
  });

const annotations = ['$schema', '$defs', 'title', 'description', 'format'];

const isRecord = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const when = (isBroken: boolean, path: string): string[] => (isBroken ? [path === '' ? '/' : path] : []);

const types: { [type: string]: (value: unknown) => boolean } = {
  object: isRecord,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
};

const rules: { [keyword: string]: Rule } = {
  $ref: (reference: string, value, path, _schema, root) => {
    const definitions = root.$defs as { [name: string]: JsonSchema };
    return check(root, definitions[reference.replace('#/$defs/', '')] ?? {}, value, path);
  },
  type: (type: string, value, path) => when(!types[type]?.(value), path),
  const: (expected: unknown, value, path) => when(value !== expected, path),
  enum: (choices: unknown[], value, path) => when(!choices.includes(value), path),
  not: (refused: JsonSchema, value, path, _schema, root) => when(check(root, refused, value, path).length === 0, path),
  minimum: (least: number, value, path) => when(typeof value === 'number' && value < least, path),
  maximum: (most: number, value, path) => when(typeof value === 'number' && value > most, path),
  minLength: (least: number, value, path) => when(typeof value === 'string' && value.length < least, path),
  pattern: (pattern: string, value, path) => when(typeof value === 'string' && !new RegExp(pattern).test(value), path),
  required: (keys: string[], value, path) =>
    isRecord(value) ? keys.filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}/${key}`) : [],
  properties: (properties: { [key: string]: JsonSchema }, value, path, _schema, root) =>
    isRecord(value)
      ? Object.entries(properties).flatMap(([key, inside]) =>
          Object.hasOwn(value, key) ? check(root, inside, value[key], `${path}/${key}`) : [],
        )
      : [],
  additionalProperties: (each: JsonSchema, value, path, { properties = {} }, root) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([key, inside]) =>
          Object.hasOwn(properties as object, key) ? [] : check(root, each, inside, `${path}/${key}`),
        )
      : [],
  items: (item: JsonSchema, value, path, _schema, root) =>
    Array.isArray(value) ? value.flatMap((one, index) => check(root, item, one, `${path}/${index}`)) : [],
  oneOf: (variants: JsonSchema[], value, path, _schema, root) =>
    when(variants.filter((variant) => check(root, variant, value, path).length === 0).length !== 1, path),
  anyOf: (variants: JsonSchema[], value, path, _schema, root) =>
    when(
      variants.every((variant) => check(root, variant, value, path).length > 0),
      path,
    ),
};
