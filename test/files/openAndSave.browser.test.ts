import { expect, it, onTestFinished } from 'vitest';
import { readModelFile, saveModelFile } from '#files';
import { textOfModelFile } from '../../src/files/readModelFile.ts';
import { fixtureText } from './support/fixtures.ts';

/** A real file of this browser, such as a person would have chosen. */
const chosenFile = async (name: string): Promise<FileSystemFileHandle> => {
  const folder = await navigator.storage.getDirectory();
  onTestFinished(() => folder.removeEntry(name));
  return folder.getFileHandle(name, { create: true });
};

const textBlob = async (text: string) => new Blob([text]);

it('writes the same file again, and reads what it wrote', async () => {
  const handle = await chosenFile('loans.json');
  await saveModelFile(textBlob('an older and much longer text '.repeat(10_000)), 'Loans', handle);

  const saved = await saveModelFile(textBlob(fixtureText), 'Loans', handle);

  expect(saved).toEqual({ handle });
  const text = await textOfModelFile(await handle.getFile());
  expect(text).toBe(fixtureText);
  expect(readModelFile(text).remarks).toEqual([]);
});
