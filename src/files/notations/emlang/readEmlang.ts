import type { SpecificationMessage } from '#model';
import type { ModelFile } from '../../ModelFile.ts';
import { notAModel } from '../../ModelFileError.ts';
import { fileOfSketch } from '../fileOfSketch.ts';
import { modelNameFrom, nameFrom } from '../names.ts';
import { createSketch, type Sketch } from '../sketch.ts';
import { type SketchedTest, specifyAll } from '../sketchedTest.ts';
import { type Element, elementsOf } from './elements.ts';
import { plainOf, recordOfMap } from './fieldsOfProps.ts';
import { readSlice } from './readSlice.ts';
import { isYamlMap, type Yaml, type YamlMap, yamlIn } from './yamlIn.ts';

type Slice = { name: string; steps: Element[]; tests: [name: string, test: Yaml][] };

const entryOf = (map: YamlMap, key: string): Yaml | undefined => map.entries.find(([name]) => name === key)?.[1];

const othersLeftOut = (sketch: Sketch, map: YamlMap, known: string[], where: string): void => {
  for (const [key] of map.entries)
    if (!known.includes(key)) sketch.remark(`Left out \`${nameFrom(key)}\` ${where}: emlang has no such part.`);
};

const sliceOf = (sketch: Sketch, name: string, value: Yaml): Slice => {
  if (!isYamlMap(value)) return { name, steps: elementsOf(value, sketch.remark), tests: [] };
  othersLeftOut(sketch, value, ['steps', 'tests'], `of the slice ${name}`);
  const tests = entryOf(value, 'tests');
  return {
    name,
    steps: elementsOf(entryOf(value, 'steps'), sketch.remark),
    tests: isYamlMap(tests) ? tests.entries : [],
  };
};

/** Versions before 1.0 had `flows`, and `tests` beside them. */
const slicesIn = (sketch: Sketch, document: YamlMap): Slice[] => {
  othersLeftOut(sketch, document, ['slices', 'flows', 'tests'], 'at the top');
  const slices = entryOf(document, 'slices') ?? entryOf(document, 'flows') ?? null;
  const tests = entryOf(document, 'tests');
  if (entryOf(document, 'flows') !== undefined) sketch.remark('Read `flows` as slices, as before emlang 1.0.');
  const found = isYamlMap(slices)
    ? slices.entries.map(([name, value]) => sliceOf(sketch, nameFrom(name) || 'Slice', value))
    : [sliceOf(sketch, 'Slice', slices)];
  return isYamlMap(tests) ? [...found, { name: 'Tests', steps: [], tests: tests.entries }] : found;
};

const messageOf = ({ name, props }: Element): SpecificationMessage => ({
  type: name,
  data: isYamlMap(props) ? recordOfMap(props) : plainOf(props ?? { entries: [] }),
});

const testOf = (sketch: Sketch, slice: Slice, name: string, value: Yaml): SketchedTest => {
  const parts: YamlMap = isYamlMap(value) ? value : { entries: [] };
  othersLeftOut(sketch, parts, ['given', 'when', 'then'], `of the test ${name}`);
  const [given, when, then] = ['given', 'when', 'then'].map((part) =>
    elementsOf(entryOf(parts, part), sketch.remark),
  ) as [Element[], Element[], Element[]];
  const kindOf = (kind: Element['kind'], elements: Element[]) => elements.filter((element) => element.kind === kind);
  const unfit =
    given.length - kindOf('event', given).length + (when.length - Math.min(1, kindOf('command', when).length));
  if (unfit > 0) sketch.remark(`Left out ${unfit} of what the test “${name}” is given or does.`);
  const [command] = kindOf('command', when);
  return {
    name,
    slice: slice.name,
    given: kindOf('event', given).map(messageOf),
    when: command ? { kind: 'command', ...messageOf(command) } : null,
    then: {
      events: kindOf('event', then).map(messageOf),
      views: kindOf('view', then).map(({ name: view, props }) => ({
        view,
        document: isYamlMap(props) ? recordOfMap(props) : {},
      })),
      errors: kindOf('exception', then).map((element) => element.name),
      commands: [],
    },
    views: kindOf('view', slice.steps).map((element) => element.name),
    policies: [],
  };
};

/**
 * A model out of emlang, in any version that is known. Lenient: what is understood is taken, and each guess and
 * each thing left out is a remark. Throws `ModelFileError` where it is no emlang at all.
 */
export const readEmlang = (text: string, fileName: string): { file: ModelFile; remarks: string[] } => {
  const sketch = createSketch();
  const { documents, problems } = yamlIn(text.replace(/^\uFEFF/u, ''));
  for (const problem of problems) sketch.remark(problem);
  const maps = documents.filter(isYamlMap).filter((map) => entryOf(map, 'slices') ?? entryOf(map, 'flows'));
  if (maps.length === 0) throw notAModel('it has no `slices` with something in them');
  const slices = maps.flatMap((document) => slicesIn(sketch, document));
  for (const { steps } of slices) readSlice(sketch, steps);
  specifyAll(
    sketch,
    slices.flatMap((slice) => slice.tests.map(([name, test]) => testOf(sketch, slice, nameFrom(name) || 'Test', test))),
  );
  return fileOfSketch(sketch, { text, name: modelNameFrom(fileName) });
};
