import { closest, distance } from 'fastest-levenshtein';

/**
 * The known word that a mistyped one most likely stands for.
 * @returns undefined when nothing known is close enough to be a plausible typing error.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const folded = new Map(known.map((name) => [name.toLowerCase(), name]));
  const best = closest(word.toLowerCase(), [...folded.keys()]);
  const tolerance = Math.max(2, Math.floor(word.length / 3));
  return distance(word.toLowerCase(), best) <= tolerance ? folded.get(best) : undefined;
}

/** `; did you mean "x"?`, or a list of what is known when nothing is near. Meant to end a sentence. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? `; known are ${known.join(', ')}` : `; did you mean "${near}"?`;
}
