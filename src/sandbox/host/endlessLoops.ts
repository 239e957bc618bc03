import { type Node, parse } from 'acorn';
import { simple } from 'acorn-walk';
import MagicString from 'magic-string';
import type { CompiledModule } from '../link/linkModel.ts';
import type { CodePlace } from '../Sandbox.ts';

/** Milliseconds that the loops of one run may take together before one of them is named. */
const patience = 400;
const watchName = '__replaygroundLoops';

/**
 * Stands in front of the harness: counts the turns of every loop since it began, and when time is up throws an error
 * that names the one with the most. It is taken before the code could replace anything.
 */
export const watchScript = `const ${watchName}=(()=>{const now=performance.now.bind(performance),counts=new Map();let turns=0,began=0;
const most=()=>{let name="",top=-1;for(const[key,count]of counts)if(count>top){top=count;name=key}return name};
return{turn(key){counts.set(key,(counts.get(key)||0)+1);if((++turns&1023)===0){const time=now();if(!began)began=time;else if(time-began>${patience}){const error=new Error(most());error.name="EndlessLoop";throw error}}},end(key){counts.set(key,0)}}})();\n`;

type Ranged = Node & { body: Node; loc: { start: { line: number } } };

/** Puts a counter into every loop and function of a file, without moving a line. */
const watchLoops = (script: string, moduleId: string, path: string): string => {
  const text = new MagicString(script);
  const keyOf = (line: number): string => JSON.stringify(JSON.stringify([moduleId, path, line]));
  const turn = (line: number): string => `${watchName}.turn(${keyOf(line)});`;

  const intoBody = (body: Node, words: string): void => {
    if (body.type === 'BlockStatement') text.appendRight(body.start + 1, words);
    else {
      text.appendRight(body.start, `{${words}`);
      text.appendLeft(body.end, '}');
    }
  };
  const loop = (node: Node): void => {
    const { body, loc, end } = node as Ranged;
    intoBody(body, turn(loc.start.line));
    text.appendLeft(end, `;${watchName}.end(${keyOf(loc.start.line)});`);
  };
  const callable = (node: Node): void => {
    const { body, loc } = node as Ranged;
    if (body.type === 'BlockStatement') text.appendRight(body.start + 1, turn(loc.start.line));
  };

  const loops = ['WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForOfStatement', 'ForInStatement'];
  const callables = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
  const visitors = Object.fromEntries([
    ...loops.map((type) => [type, loop] as const),
    ...callables.map((type) => [type, callable] as const),
  ]);
  simple(parse(script, { ecmaVersion: 'latest', sourceType: 'script', locations: true }), visitors);
  return text.toString();
};

export const watchModule = ({ module, files }: CompiledModule): CompiledModule => ({
  module,
  onlyReads: false,
  files: files.map(({ path, script }) => ({ path, script: watchLoops(script, module.id, path) })),
});

/** The place that an error of the watch names. */
export const placeOfEndlessLoop = (error: { name: string; message: string }): CodePlace | undefined => {
  if (error.name !== 'EndlessLoop') return undefined;
  try {
    const [moduleId, file, line] = JSON.parse(error.message);
    return { moduleId, file, line };
  } catch {
    return undefined;
  }
};
