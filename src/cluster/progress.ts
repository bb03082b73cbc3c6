import { formatDuration } from '../common/duration.ts';
import { LoggedError, UserError } from '../common/errors.ts';
import type { Reporter } from '../common/reporter.ts';
import { KubeClient, type KubeCredentials } from '../kubernetes/client.ts';
import { type BlockerDetails, detailsOf } from '../kubernetes/blocker.ts';
import type { Pod } from '../kubernetes/types.ts';

/** How often somebody who waits is told what for, in milliseconds: by a line of its own, and by one that is replaced. */
const SAY_EVERY_MS = 10_000;
const SHOW_EVERY_MS = 1000;
/** How long the details of a blocker may take to find out, in milliseconds. */
const DETAILS_MS = 5000;

/** How many characters of a log are in an error's sentence. */
const LAST_WORDS = 300;

/** Something that is waited for. */
interface Blocker {
  text: string;
  /** Pods that it comes down to, if any. */
  pods: readonly Pod[];
  since: number;
}

/**
 * What a piece of work is waiting for, so that whoever ends the wait can name the blocker. Several things may be waited
 * for side by side, each under a name of its own.
 */
export class Progress {
  /** For asking about pods and nodes, once they are known. */
  credentials: KubeCredentials | undefined;
  readonly #blockers = new Map<string, Blocker>();
  #last = 'the Docker engine';
  #details: BlockerDetails | undefined;

  get waitingFor(): string {
    const texts = [...this.#blockers.values()].map(({ text }) => text);
    return texts.length === 0 ? this.#last : texts.join(', and for ');
  }

  /** @param pods those that it comes down to, if any @param name of the wait */
  set(text: string, pods: readonly Pod[] = [], name = ''): void {
    const before = this.#blockers.get(name);
    // What is in brackets is why, and may change while it is still the same that is waited for.
    const same = before !== undefined && subjectOf(text) === subjectOf(before.text);
    this.#blockers.set(name, { text, pods, since: same ? before.since : performance.now() });
    this.#last = text;
  }

  /** Whether a wait is under way. */
  isWaitingFor(name: string): boolean {
    return this.#blockers.has(name);
  }

  /** A wait is over. */
  clear(name = ''): void {
    this.#blockers.delete(name);
  }

  /** Runs `work`, saying every now and then what it waits for. */
  async tell<T>(reporter: Reporter, work: () => Promise<T>): Promise<T> {
    const say = (): void => this.#lasting(SAY_EVERY_MS / 2).forEach((line) => reporter.info(line));
    const show = (): void => reporter.status?.(this.#lasting(SHOW_EVERY_MS).join('; '));
    const timer = reporter.status === undefined ? setInterval(say, SAY_EVERY_MS) : setInterval(show, SHOW_EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      reporter.status?.('');
    }
  }

  /** What has been waited for at least so long, each in a sentence. */
  #lasting(leastMs: number): string[] {
    return [...this.#blockers.values()]
      .map(({ text, since }) => ({ text, lasting: performance.now() - since }))
      .filter(({ lasting }) => lasting >= leastMs)
      .map(({ text, lasting }) => `Waiting for ${text}, ${formatDuration(lasting)} so far`);
  }

  /**
   * Finds out more on the blocker, as long as the cluster is there. Never throws.
   * @param lookAgain says anew what is waited for, within the signal
   */
  async lookCloser(lookAgain?: (kube: KubeClient, signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.credentials === undefined) return;
    const kube = new KubeClient(this.credentials);
    const signal = AbortSignal.timeout(DETAILS_MS);
    try {
      await lookAgain?.(kube, signal);
      const pods = [...this.#blockers.values()].flatMap((blocker) => blocker.pods);
      this.#details = await detailsOf(kube, pods, signal);
    } catch {
      // the cluster does not answer: then the blocker's name has to do
    } finally {
      kube.close();
    }
  }

  /** The error of a wait that took too long. @param subject e.g. `cluster "x" was` */
  timedOut(subject: string, timeoutMs: number): UserError {
    const { reasons = [], log } = this.#details ?? {};
    const said = log === undefined ? [] : [`its last words are "${lastLine(log.text)}"`];
    const why = [...reasons, ...said].map((reason) => `; ${reason}`).join('');
    const message = `${subject} not ready within ${formatDuration(timeoutMs)}: still waiting for ${this.waitingFor}${why}`;
    return log === undefined ? new UserError(message) : new LoggedError(message, log.of, log.text);
  }
}

/** The last line of a log, as far as a sentence bears it. */
const lastLine = (text: string): string => (text.trimEnd().split('\n').at(-1) ?? '').trim().slice(0, LAST_WORDS);

const subjectOf = (text: string): string => text.split(' (')[0] as string;
