/** One stretch of work: when it began and ended, in milliseconds since the timeline's start. */
export interface Phase {
  name: string;
  start: number;
  end: number;
  failed: boolean;
}

/** Records where the time goes. Phases may overlap, since much of the work runs side by side. */
export class Timeline {
  readonly phases: Phase[] = [];
  /** When it was made, in milliseconds since 1970. */
  readonly begun = Date.now();
  readonly #origin = performance.now();

  /** Milliseconds since the timeline was made. */
  now(): number {
    return performance.now() - this.#origin;
  }

  /** Runs `work` as a phase called `name`; a rejection is recorded and passed on. */
  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const phase: Phase = { name, start: this.now(), end: Number.NaN, failed: false };
    this.phases.push(phase);
    try {
      return await work();
    } catch (error) {
      phase.failed = true;
      throw error;
    } finally {
      phase.end = this.now();
    }
  }

  /** Records a phase that began at `start` and ends now. */
  add(name: string, start: number): void {
    this.phases.push({ name, start, end: this.now(), failed: false });
  }
}

/** The phases as text, one a line, with a bar that shows when each ran. `width` is the bar's width in characters. */
export function renderTimeline(phases: readonly Phase[], width = 40): string {
  const total = Math.max(1, ...phases.map((phase) => phase.end || 0));
  const nameWidth = Math.max(0, ...phases.map((phase) => phase.name.length));
  return phases
    .map((phase) => {
      const end = Number.isNaN(phase.end) ? total : phase.end;
      const from = Math.min(width - 1, Math.floor((phase.start / total) * width));
      const length = Math.max(1, Math.round(((end - phase.start) / total) * width));
      const bar = `${' '.repeat(from)}${'█'.repeat(Math.min(length, width - from))}`.padEnd(width);
      const seconds = ((end - phase.start) / 1000).toFixed(1).padStart(6);
      return `${phase.name.padEnd(nameWidth)} ${seconds} s  ${bar}${phase.failed ? ' failed' : ''}`.trimEnd();
    })
    .join('\n');
}
