import { stringify } from 'yaml';

/** How a list is printed: a table for people, JSON or YAML for programs. */
export type OutputFormat = 'table' | 'json' | 'yaml';

export const OUTPUT_FORMATS: readonly OutputFormat[] = ['table', 'json', 'yaml'];

/** Prints `value` as JSON or YAML, or the table. */
export function print(format: OutputFormat, value: unknown, asTable: () => string): void {
  if (format === 'json') console.log(JSON.stringify(value));
  else if (format === 'yaml') process.stdout.write(stringify(value));
  else {
    const text = asTable();
    if (text !== '') console.log(text);
  }
}
