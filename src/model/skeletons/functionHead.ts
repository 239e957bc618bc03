/** Beside the wall there is room for about as many characters. */
const widest = 100;

/** The head of an exported function up to its arrow, with a line for each parameter where one line would be long. */
export const functionHead = (name: string, parameters: string[], result: string): string => {
  const line = `export const ${name} = (${parameters.join(', ')}): ${result}`;
  if (line.length <= widest) return line;
  return `export const ${name} = (\n${parameters.map((parameter) => `  ${parameter},\n`).join('')}): ${result}`;
};
