import { harness } from 'virtual:sandbox-parts';
import { type CompiledModule, type LineRange, linkModel } from '../link/linkModel.ts';
import type { LoadedModule, WorkerRequest } from '../protocol.ts';
import type { CodeError, WorkerHost } from '../Sandbox.ts';
import { findLoop, type Repeated, type Repetition } from './findLoop.ts';
import { RunningWorker, WorkerLost, WorkerNotStarted } from './RunningWorker.ts';
import { WorkerMemory } from './WorkerMemory.ts';
import { errorOfLoss, isEndless, withPlace } from './workerLoss.ts';

export type Started = { loaded: LoadedModule[]; hung: { moduleId: string; error: CodeError }[] };

/** Who holds much of a log is now and then kept from its work for seconds, by the collector of garbage. */
const patienceWithMuch = 4;

/** The worker that a model's modules run in. It may be lost at any time; the next request starts another. */
export class ModelWorker {
  /** Where the lines of the files stand in the script that runs. */
  ranges: LineRange[] = [];
  memory = new WorkerMemory();

  readonly #host: WorkerHost;
  readonly #silenceMs: number;
  #modules: CompiledModule[] = [];
  #storeAsJson = true;
  #worker: RunningWorker | null = null;

  constructor(host: WorkerHost, silenceMs: number) {
    this.#host = host;
    this.#silenceMs = silenceMs;
  }

  /** Runs these modules instead of those before. */
  async start(modules: CompiledModule[], storeAsJson: boolean): Promise<Started> {
    this.#modules = modules;
    this.#storeAsJson = storeAsJson;
    return this.#start();
  }

  /** The code of a module as it runs, for running a copy of it. */
  codeOf(moduleId: string): { module: CompiledModule; storeAsJson: boolean } | undefined {
    const module = this.#modules.find((one) => one.module.id === moduleId);
    return module && { module, storeAsJson: this.#storeAsJson };
  }

  /** Starts another worker where the one before was lost. */
  async untilRunning(): Promise<void> {
    if (!this.#worker) await this.#start();
  }

  /** Rejects as `RunningWorker.request` does; then the worker has to be dropped. */
  request(request: WorkerRequest, pages: readonly string[]): Promise<unknown> {
    if (!this.#worker) return Promise.reject(new WorkerLost('The sandbox could not be started.'));
    return this.#worker.request(request, pages, this.memory.wholeLog() ? 1 : patienceWithMuch);
  }

  /** The host says that a worker died by itself, or with its frame. Whoever waits hears of it; else the next one starts. */
  wasLost(workerId: number, message: string): void {
    const lost = this.#worker;
    if (lost?.workerId !== workerId) return;
    if (lost.isIdle) {
      this.#worker = null;
      this.memory = new WorkerMemory();
    }
    lost.fail(new WorkerLost(message));
  }

  /** `isHard` for a worker that no longer listens. */
  async drop({ isHard }: { isHard: boolean }): Promise<void> {
    const dead = this.#worker;
    this.#worker = null;
    this.memory = new WorkerMemory();
    dead?.fail(new WorkerLost('The sandbox was closed.'));
    if (dead) await this.#host.kill(dead.workerId, isHard);
  }

  /** What repeating shows of code that fell silent over what it was asked, or while it was loaded. */
  repeat(repeated?: Repeated, modules = this.#modules): Promise<Repetition> {
    return findLoop(this.#host, this.#silenceMs, { modules, storeAsJson: this.#storeAsJson }, repeated);
  }

  /** A module that hangs while it loads is left out, and the others start again. */
  async #start(): Promise<Started> {
    const hung: Started['hung'] = [];
    const spared = new Set<CompiledModule>();
    for (;;) {
      const { script, ranges } = linkModel(harness, this.#modules, this.#storeAsJson);
      this.ranges = ranges;
      const worker = new RunningWorker(await this.#host.spawn(script), this.#silenceMs, this.#modules.length);
      this.#worker = worker;
      try {
        await worker.untilReady();
        return { loaded: worker.loaded, hung };
      } catch (error) {
        const culprit = this.#modules.find(({ module }) => module.id === worker.loading) ?? this.#modules[0];
        await this.drop({ isHard: true });
        if (!culprit || error instanceof WorkerNotStarted) throw error;
        const loss = errorOfLoss(error, 'load');
        const repetition = isEndless(loss) ? await this.repeat(undefined, [culprit]) : undefined;
        if (repetition?.kind === 'ends' && !spared.has(culprit)) {
          spared.add(culprit);
          continue;
        }
        hung.push({ moduleId: culprit.module.id, error: withPlace(loss, repetition) });
        this.#modules = this.#modules.filter((candidate) => candidate !== culprit);
      }
    }
  }
}
