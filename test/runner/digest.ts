import { stripVTControlCharacters } from 'node:util';

/** So many lines of a failure are shown as they are. */
const WHOLE = 20;
const TELLS = /error|fail|❌|refused|denied|timed? ?out|left behind|^[+-] /i;

/** What a failed test says, short: of a long output the lines that tell why, the first of them and the last. */
export function digest(message: string): string[] {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean);
  if (lines.length <= WHOLE) return lines;
  const telling = lines.filter((line) => TELLS.test(line)).map((line) => line.slice(0, 400));
  const [first, last] = [telling.slice(0, WHOLE / 2), telling.slice(WHOLE / 2).slice(-WHOLE / 2)];
  return telling.length > 0 ? [...first, ...last] : lines.slice(-WHOLE);
}
