import { writeFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Writes what a run of Vitest or Playwright came to, as JSON, to the file that COUNTS_FILE names. */
export default class CountReporter {
  /** @type {Counts} */
  counts = { passed: 0, failed: 0, skipped: 0 };

  printsToStdio() {
    return false;
  }

  /** Vitest. @param {readonly any[]} modules @param {readonly unknown[]} errors */
  onTestRunEnd(modules, errors) {
    this.counts.failed += errors.length;
    for (const module of modules) {
      for (const test of module.children.allTests()) this.count(test.result().state);
      if (module.errors().length > 0) this.counts.failed += 1;
    }
    this.write();
  }

  /** Playwright. @param {unknown} _config @param {any} suite */
  onBegin(_config, suite) {
    this.suite = suite;
  }

  /** Playwright. */
  onEnd() {
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'skipped') this.count('skipped');
      else this.count(outcome === 'unexpected' || outcome === 'flaky' ? 'failed' : 'passed');
    }
    this.write();
  }

  /** @param {string} state */
  count(state) {
    if (state === 'passed' || state === 'failed' || state === 'skipped') this.counts[state] += 1;
  }

  write() {
    if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(this.counts));
  }
}
