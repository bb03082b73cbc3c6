const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that stands for itself in HTML, in an attribute too. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

/** A point in time, to the second: `2026-01-01T00:00:00Z`. @param at milliseconds since 1970 */
export const timeText = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** A cell of a table: text, or what is HTML already. */
export type Cell = string | { html: string };

const htmlOf = (cell: Cell): string => (typeof cell === 'string' ? escape(cell) : cell.html);

/**
 * A table; on a narrow screen each row is a card, whose lines begin with the column's name.
 * @param header names of the columns, as text; empty: the table has no head
 */
export function htmlTable(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '<p>none</p>';
  const head =
    header.length === 0 ? '' : `<thead><tr>${header.map((name) => `<th>${escape(name)}</th>`).join('')}</tr></thead>`;
  const label = (column: number): string =>
    header[column] === undefined ? '' : ` data-label="${escape(header[column])}"`;
  const body = rows.map(
    (row) => `<tr>${row.map((cell, column) => `<td${label(column)}>${htmlOf(cell)}</td>`).join('')}</tr>`,
  );
  return `<table>${head}<tbody>${body.join('')}</tbody></table>`;
}

/** What is looked at by who wants to. @param summary as HTML, @param body as HTML */
export const folded = (summary: string, body: string): string =>
  `<details><summary>${summary}</summary>${body}</details>`;

/** The end of a log in the open, and what was before it to be opened. @param lines how many are in the open */
export function htmlLog(log: string, lines: number): string {
  const all = log.trimEnd().split('\n');
  const pre = (part: readonly string[]): string => `<pre>${escape(part.join('\n'))}</pre>`;
  const before = all.slice(0, -lines);
  const earlier = before.length === 0 ? '' : folded(`${before.length} earlier lines`, pre(before));
  return `${earlier}${pre(all.slice(-lines))}`;
}
