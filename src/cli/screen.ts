import { table } from '../common/table.ts';

/** Where an output's width is not known, as that of a file. */
const USUAL_WIDTH = 80;
/** A terminal that is narrower says so by mistake: those of runners have no columns at all. */
const LEAST_WIDTH = 40;

/** Width of an output in characters. @param columns as the system says it */
export const widthOf = (columns: number | undefined): number =>
  columns === undefined || columns < LEAST_WIDTH ? USUAL_WIDTH : columns;

/** Narrowest that a column is made, in characters. */
const NARROWEST = 8;
const GAP = 3;

/**
 * A table that fits a screen: as long as it is too wide, its widest column loses a character, and what is cut ends in
 * an ellipsis.
 * @param width in characters
 */
export function fitTable(header: readonly string[], rows: readonly (readonly string[])[], width: number): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const total = (): number => widths.reduce((sum, one) => sum + one, GAP * (widths.length - 1));
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= NARROWEST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const cut = (row: readonly string[]): string[] => row.map((cell, column) => shorten(cell, widths[column] ?? 0));
  return table(cut(header), rows.map(cut));
}

/** A text in at most so many characters. */
export const shorten = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;

/**
 * A text in lines that fit a screen, broken at spaces; a word that is longer than a line is cut.
 * @param width in characters, the indent included
 * @param indent what each line begins with
 */
export function wrap(text: string, width: number, indent: string): string[] {
  const most = Math.max(NARROWEST, width - indent.length);
  const lines = text.match(new RegExp(`\\S.{0,${most - 1}}(?=\\s|$)|\\S{1,${most}}`, 'g')) ?? [];
  return lines.map((line) => `${indent}${line.trimEnd()}`);
}

/** Clears a terminal's line and goes to its beginning. */
export const CLEAR_LINE = '\r\u001b[2K';
/** Clears a terminal and goes to its first place (ECMA-48). */
export const CLEAR = '\u001b[H\u001b[2J\u001b[3J';
