import { writeFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts */

/** Writes what a run of Vitest or Playwright came to, as JSON, to the file that COUNTS_FILE names. */
export default class CountReporter {
  /** @type {Counts} */
  counts = { passed: 0, failed: 0, skipped: 0, failures: [] };

  printsToStdio() {
    return false;
  }

  /** Vitest. @param {readonly any[]} modules @param {readonly unknown[]} errors */
  onTestRunEnd(modules, errors) {
    for (const error of errors) this.count('failed', String(/** @type {any} */ (error)?.message ?? error));
    for (const module of modules) {
      for (const test of module.children.allTests())
        this.count(test.result().state, `${module.relativeModuleId} › ${test.fullName}`);
      if (module.errors().length > 0) this.count('failed', module.relativeModuleId);
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
      const name = test.titlePath().filter(Boolean).join(' › ');
      if (outcome === 'skipped') this.count('skipped', name);
      else this.count(outcome === 'unexpected' || outcome === 'flaky' ? 'failed' : 'passed', name);
    }
    this.write();
  }

  /** @param {string} state @param {string} name */
  count(state, name) {
    if (state !== 'passed' && state !== 'failed' && state !== 'skipped') return;
    this.counts[state] += 1;
    if (state === 'failed') this.counts.failures.push(name);
  }

  write() {
    if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(this.counts));
  }
}
