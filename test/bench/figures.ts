/** The middle of some values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Measures two ways in turn, so that both see the same weather. @returns the ratio of the medians */
export async function compare(
  name: string,
  rounds: number,
  [oursName, ours]: [string, () => Promise<number>],
  [otherName, other]: [string, () => Promise<number>],
  bar: number,
): Promise<boolean> {
  const times: [number[], number[]] = [[], []];
  for (let round = 1; round <= rounds; round++) {
    times[0].push(await ours());
    times[1].push(await other());
    const [a, b] = times.map((list) => seconds(list.at(-1) as number));
    console.log(`${name}, round ${round}: ${oursName} ${a}, ${otherName} ${b}`);
  }
  const [a, b] = times.map(median) as [number, number];
  const ratio = a / b;
  console.log(
    `${name}: median ${oursName} ${seconds(a)}, ${otherName} ${seconds(b)}, ratio ${ratio.toFixed(2)} (bar ${bar})`,
  );
  return ratio <= bar;
}
