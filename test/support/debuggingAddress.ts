import type { ChildProcess } from 'node:child_process';

/**
 * Where a started Chromium listens for DevTools, as it prints on its error output. That output is read to its end:
 * a full pipe would stop the browser at its next word.
 */
export const debuggingAddress = ({ stderr }: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = '';
    stderr?.setEncoding('utf8').on('data', (words: string) => {
      printed = (printed + words).slice(-10_000);
      const [, address] = /DevTools listening on (ws:\S+)\n/.exec(printed) ?? [];
      if (address) resolve(address);
    });
    stderr?.on('end', () => reject(new Error(`Chromium ended before it listened:\n${printed}`)));
  });
