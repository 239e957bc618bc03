import type { Page } from '@playwright/test';

type Dropped = { name: string; text: string } | { name: string; megabytes: number };

/** Drags a file over the window and lets it go there. A large one is made in the page, of one piece many times over. */
export const dropFile = (page: Page, file: Dropped): Promise<void> => dropFiles(page, [file]);

export const dropFiles = (page: Page, files: Dropped[]): Promise<void> =>
  page.evaluate((dropped) => {
    const piece = new Blob([new Uint8Array(1_000_000)]);
    const dataTransfer = new DataTransfer();
    for (const file of dropped) {
      const parts = 'text' in file ? [file.text] : Array.from({ length: file.megabytes }, () => piece);
      dataTransfer.items.add(new File(parts, file.name, { type: 'application/json' }));
    }
    for (const type of ['dragover', 'drop'])
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);

/** The same with a file that is no text. */
export const dropBytes = (page: Page, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> =>
  page.evaluate(
    ({ fileName, base64 }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName));
      for (const type of ['dragover', 'drop'])
        window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    { fileName: name, base64: bytes.toString('base64') },
  );

/** What Save would write of the open model. */
export const savedText = (page: Page): Promise<string> =>
  page.evaluate(async () => JSON.stringify(await window.replayground?.model(), null, 2));
