/*
 * Brings the table of k3s's releases in src/config/releases.ts up to date, from k3s's server of channels.
 * Usage: node script/releases.ts [FILE]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readChannels } from '../src/cluster/create/k3sChannel.ts';
import { type Channels, chooseReleases } from '../src/config/releases.ts';

/** How many minors the table has. */
const MINORS = 10;

/** The source with the newest releases of the newest minors, and the day on which they were. */
function withReleases(source: string, channels: Channels, today: string): string {
  const newest = chooseReleases(channels, { last: MINORS, supported: false, minimum: undefined });
  if (newest.length < MINORS) throw new Error(`there are only ${newest.length} minors, and ${MINORS} were expected`);
  const lines = newest.map((release) => `  '${release}',\n`).join('');
  const updated = source.replace(/(const RELEASES = \[\n)[^\]]*(\] as const;)/, `$1${lines}$2`);
  // Without news the day stays, so that there is nothing to propose.
  return updated === source ? source : updated.replace(/(RELEASES_OF = ')[^']*/, `$1${today}`);
}

const file = process.argv[2] ?? fileURLToPath(new URL('../src/config/releases.ts', import.meta.url));
const source = readFileSync(file, 'utf8');
const problems: string[] = [];
const channels = await readChannels(process.env, (message) => problems.push(message));
if (problems.length > 0) {
  process.stderr.write(`Error: ${problems.join('; ')}\n`);
  process.exitCode = 1;
} else {
  const updated = withReleases(source, channels, new Date().toISOString().slice(0, 10));
  if (updated !== source) writeFileSync(file, updated);
  const said = updated === source ? 'The table is up to date' : 'The table has been brought up to date';
  process.stdout.write(`${said}\n`);
}
