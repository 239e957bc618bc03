/** What `import … from '@event-driven-io/emmett'` finds here: our own small stand-in, structurally compatible. */
export const standInNames = ['@event-driven-io/emmett', 'emmett'];

/** Plain JavaScript, in the shape in which compiled modules are linked. */
export const standInScript = `
class RuleError extends Error {
  constructor(options, fallback, code) {
    const given = typeof options === 'object' && options !== null ? options : {};
    super(typeof options === 'string' ? options : given.message || fallback);
    this.name = new.target.name;
    this.errorCode = typeof given.errorCode === 'number' ? given.errorCode : code;
  }
}
class IllegalStateError extends RuleError {
  constructor(message) { super(message, 'This is not possible in the present state', 403); }
}
class ValidationError extends RuleError {
  constructor(message) { super(message, 'This is not valid', 400); }
}
class NotFoundError extends RuleError {
  constructor(options) {
    const named = typeof options === 'object' && options !== null && options.type
      ? options.type + (options.id ? ' ' + options.id : '') + ' was not found'
      : 'It was not found';
    super(options, named, 404);
  }
}
class ConcurrencyError extends RuleError {
  constructor(current, expected, message) {
    super(message, 'Expected version ' + expected + ', but the stream is at ' + current, 412);
    this.current = current;
    this.expected = expected;
  }
}
const message = (kind) => (type, data, metadata) => metadata === undefined ? { type, data, kind } : { type, data, metadata, kind };
exports.EmmettError = RuleError;
exports.IllegalStateError = IllegalStateError;
exports.ValidationError = ValidationError;
exports.NotFoundError = NotFoundError;
exports.ConcurrencyError = ConcurrencyError;
exports.event = message('Event');
exports.command = message('Command');
exports.assertNotEmptyString = (value) => {
  if (typeof value !== 'string' || value.length === 0) throw new ValidationError('It should be a text that is not empty');
  return value;
};
exports.assertPositiveNumber = (value) => {
  if (typeof value !== 'number' || !(value > 0)) throw new ValidationError('It should be a number above zero');
  return value;
};
exports.assertUnsignedBigInt = (text) => {
  const number = BigInt(text);
  if (number < 0n) throw new ValidationError('It should be a whole number of at least zero');
  return number;
};
`;
