/** The middle of some values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** One of two ways: its name, and what gives its times in milliseconds, by what they are the times of. */
export type Way<Time extends string> = [string, () => Promise<Record<Time, number>>];

/**
 * Measures two ways in turn, so that both see the same weather.
 * @param bars the most that the ratio of the medians may be, for each time
 * @returns whether all are met
 */
export async function compareTimes<Time extends string>(
  name: string,
  rounds: number,
  [oursName, ours]: Way<Time>,
  [otherName, other]: Way<Time>,
  bars: Record<Time, number>,
): Promise<boolean> {
  const times = Object.keys(bars) as Time[];
  const label = (time: Time): string => (time === '' ? name : `${name}, ${time}`);
  const found: [Record<Time, number>, Record<Time, number>][] = [];
  for (let round = 1; round <= rounds; round++) {
    const both: (typeof found)[number] = [await ours(), await other()];
    found.push(both);
    for (const time of times) {
      const [a, b] = both.map((one) => seconds(one[time]));
      console.log(`${label(time)}, round ${round}: ${oursName} ${a}, ${otherName} ${b}`);
    }
  }
  return times
    .map((time) => {
      const [a, b] = [0, 1].map((way) => median(found.map((both) => both[way as 0 | 1][time]))) as [number, number];
      const ratio = a / b;
      console.log(
        `${label(time)}: median ${oursName} ${seconds(a)}, ${otherName} ${seconds(b)}, ratio ${ratio.toFixed(2)} (bar ${bars[time]})`,
      );
      return ratio <= bars[time];
    })
    .every(Boolean);
}

/** Measures two ways in turn by one time. @returns whether the ratio of the medians is at most the bar */
export function compare(
  name: string,
  rounds: number,
  [oursName, ours]: [string, () => Promise<number>],
  [otherName, other]: [string, () => Promise<number>],
  bar: number,
): Promise<boolean> {
  const timed = (way: () => Promise<number>) => async () => ({ '': await way() });
  return compareTimes(name, rounds, [oursName, timed(ours)], [otherName, timed(other)], { '': bar });
}
