import { stringify } from 'yaml';

/** How a list is printed: a table for people, JSON or YAML for programs. */
export type OutputFormat = 'table' | 'json' | 'yaml';

export const OUTPUT_FORMATS: readonly OutputFormat[] = ['table', 'json', 'yaml'];

/** Rows in columns of equal width, without lines between them, as kubectl and k3d print them. */
export function table(header: readonly string[], rows: readonly (readonly string[])[], withHeader = true): string {
  const all = withHeader ? [header, ...rows] : rows;
  const widths = header.map((_, column) => Math.max(0, ...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

/** Prints `value` as JSON or YAML, or the table. */
export function print(format: OutputFormat, value: unknown, asTable: () => string): void {
  if (format === 'json') console.log(JSON.stringify(value, null, 2));
  else if (format === 'yaml') process.stdout.write(stringify(value));
  else {
    const text = asTable();
    if (text !== '') console.log(text);
  }
}
