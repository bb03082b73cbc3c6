import { formatDuration } from '../common/duration.ts';
import { LoggedError, UserError } from '../common/errors.ts';
import type { Reporter } from '../common/reporter.ts';
import { KubeClient, type KubeCredentials } from '../kubernetes/client.ts';
import { type BlockerDetails, detailsOf } from '../kubernetes/blocker.ts';
import type { Pod } from '../kubernetes/types.ts';

/** How often somebody who waits is told what for, in milliseconds. */
const SAY_EVERY_MS = 10_000;
/** How long the details of a blocker may take to find out, in milliseconds. */
const DETAILS_MS = 5000;

/** What a piece of work is waiting for, so that whoever ends the wait can name the blocker. */
export class Progress {
  /** For asking about pods and nodes, once they are known. */
  credentials: KubeCredentials | undefined;
  #waitingFor = 'the Docker engine';
  #pods: readonly Pod[] = [];
  #since = performance.now();
  #details: BlockerDetails | undefined;

  get waitingFor(): string {
    return this.#waitingFor;
  }

  /** @param pods those that it comes down to, if any */
  set(text: string, pods: readonly Pod[] = []): void {
    // What is in brackets is why, and may change while it is still the same that is waited for.
    if (subjectOf(text) !== subjectOf(this.#waitingFor)) this.#since = performance.now();
    this.#waitingFor = text;
    this.#pods = pods;
  }

  /** Runs `work`, saying every now and then what it waits for. */
  async tell<T>(reporter: Reporter, work: () => Promise<T>): Promise<T> {
    const timer = setInterval(() => {
      const lasting = performance.now() - this.#since;
      if (lasting < SAY_EVERY_MS / 2) return;
      reporter.info(`Waiting for ${this.#waitingFor}, for ${formatDuration(lasting)} so far`);
    }, SAY_EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** Finds out more on the blocker, as long as the cluster is there. Never throws. */
  async lookCloser(): Promise<void> {
    if (this.credentials === undefined) return;
    const kube = new KubeClient(this.credentials);
    try {
      this.#details = await detailsOf(kube, this.#pods, AbortSignal.timeout(DETAILS_MS));
    } catch {
      // the cluster does not answer: then the blocker's name has to do
    } finally {
      kube.close();
    }
  }

  /** The error of a wait that took too long. @param subject e.g. `cluster "x" was` */
  timedOut(subject: string, timeoutMs: number): UserError {
    const { pressure = [], log } = this.#details ?? {};
    const why = pressure.length === 0 ? '' : `; ${pressure.join('; ')}`;
    const message = `${subject} not ready within ${formatDuration(timeoutMs)}: still waiting for ${this.#waitingFor}${why}`;
    return log === undefined ? new UserError(message) : new LoggedError(message, log.of, log.text);
  }
}

const subjectOf = (text: string): string => text.split(' (')[0] as string;
