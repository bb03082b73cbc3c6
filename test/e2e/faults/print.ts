import { readFileSync } from 'node:fs';
import { table } from '../../../src/common/table.ts';
import type { FaultRow } from './table.ts';

/* Prints the table of faults from the file that the tests have written it to. */

const [path = ''] = process.argv.slice(2);
const rows = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as FaultRow);
const byFault = new Map<string, FaultRow[]>();
for (const row of rows) byFault.set(row.fault, [...(byFault.get(row.fault) ?? []), row]);
const lines = [...byFault].map(([fault, all]) => {
  const counts = new Map<string, number>();
  for (const { outcome } of all) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const outcomes = [...counts].map(([outcome, count]) => (all.length === 1 ? outcome : `${count} x ${outcome}`));
  return [fault, String(all.length), outcomes.join(', '), String(all.reduce((sum, { left }) => sum + left.length, 0))];
});
process.stdout.write(`${table(['FAULT', 'TIMES', 'OUTCOME', 'LEFTOVERS'], lines)}\n`);
