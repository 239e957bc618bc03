import { programOf } from '#model';
import { modulesOfProject } from './modulesOfProject.ts';
import type { ProjectFile, ProjectSource } from './ProjectFile.ts';
import { compilerText, composeText, ignoreText, packageText, testConfigText } from './packageText.ts';
import { readmeText } from './readmeText.ts';
import { recordedText } from './recordedText.ts';
import { registryText } from './registryText.ts';
import { specificationTests } from './specificationTests.ts';
import { template } from './template.ts';

/**
 * A model as a TypeScript project that runs on Emmett, file by file, in the order of their paths. `left`: the sentences of
 * `leftBehind`, for its README.
 */
export const projectFiles = (source: ProjectSource, left: readonly string[]): ProjectFile[] => {
  const { board } = source;
  const program = programOf(board);
  const modules = modulesOfProject(board, program);
  const files = [
    { path: '.gitignore', text: ignoreText },
    { path: 'README.md', text: readmeText(source, left, program, modules) },
    { path: 'docker-compose.yml', text: composeText },
    { path: 'package.json', text: packageText(board.name, program) },
    { path: 'seed/recorded.json', text: recordedText(source) },
    { path: 'src/model.ts', text: registryText(board, program, modules) },
    { path: 'tsconfig.json', text: compilerText },
    { path: 'vitest.config.ts', text: testConfigText },
    ...Object.entries(template).map(([path, text]) => ({ path, text })),
    ...Object.values(modules)
      .flat()
      .flatMap((module) => module.files),
    ...specificationTests(board, program, modules),
  ];
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
};
