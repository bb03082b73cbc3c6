import { formatDuration } from '../common/duration.ts';
import { megabytes } from '../common/size.ts';

/** What came of one cache in one run. */
export interface CacheRow {
  what: 'images of the engine' | 'images of the cluster' | 'snapshot';
  /** `restored`, `saved`, or in a few words why not. */
  outcome: string;
  bytes?: number | undefined;
  /** Seconds that it took with the cache. */
  seconds?: number | undefined;
  /** Seconds that it takes without, as far as that is known. */
  without?: number | undefined;
}

/** The part of the job summary that is about caches, as Markdown. Empty when there is nothing to say. */
export function cacheSummary(rows: readonly CacheRow[]): string {
  if (rows.length === 0) return '';
  const lines = rows.map(({ what, outcome, bytes, seconds, without }) => {
    const cells = [what, outcome, size(bytes), duration(seconds), duration(without)];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '#### Caches',
    '',
    '| Cache | This run | Size | Time | Time without |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
    ...rows.flatMap((row) => verdict(row) ?? []).flatMap((text) => [text, '']),
  ].join('\n');
}

/** What a restored cache gained, or cost, as a sentence. @returns undefined when that is not known */
export function verdict({ what, seconds, without }: CacheRow): string | undefined {
  if (seconds === undefined || without === undefined) return undefined;
  const gained = without - seconds;
  const subject = what === 'snapshot' ? 'The snapshot' : `The cache of ${what}`;
  if (gained >= 0) return `${subject} saved ${formatDuration(gained * 1000)}.`;
  const remedy = what === 'snapshot' ? '`snapshot: false`' : '`cache: off`';
  return `${subject} cost ${formatDuration(-gained * 1000)} more than it saved: ${remedy} is quicker here.`;
}

const size = (bytes: number | undefined): string => (bytes === undefined ? '' : megabytes(bytes));
const duration = (seconds: number | undefined): string => (seconds === undefined ? '' : formatDuration(seconds * 1000));
