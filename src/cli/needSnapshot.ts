import { join } from 'node:path';
import { namesIn, snapshotsFolder } from '../cache/store.ts';
import { UserError } from '../common/errors.ts';
import { suggestion } from '../common/nearest.ts';

/** The folder of a snapshot that was kept under a name. @throws UserError when there is none, naming the nearest */
export async function needSnapshot(name: string): Promise<string> {
  const store = snapshotsFolder(process.env);
  const known = (await namesIn(store)).filter((one) => !one.startsWith('.'));
  if (known.includes(name)) return join(store, name);
  const hint = known.length === 0 ? '; there are none' : suggestion(name, known);
  throw new UserError(`snapshot "${name}" does not exist${hint}`);
}
