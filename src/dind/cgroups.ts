import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How often processes are looked for that have still to move. */
const ROUNDS = 10;

/** One of 0 belongs to another namespace, and written it would mean this process. */
const pidsIn = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((pid) => pid !== '' && pid !== '0');

/**
 * Makes a cgroup v2 hierarchy ready for containers in this one: a group that hands controllers on may hold no processes
 * itself, so that ours move into a group of their own (kernel: cgroup-v2.rst, "No Internal Process Constraint").
 * Does nothing for v1.
 */
export function nestCgroups(root: string): void {
  const file = (name: string): string => join(root, name);
  if (!existsSync(file('cgroup.controllers'))) return;
  mkdirSync(file('init'), { recursive: true });
  // The list changes while processes move, and new ones may come meanwhile.
  for (let round = 0; round < ROUNDS; round++) {
    const pids = pidsIn(file('cgroup.procs'));
    if (pids.length === 0) break;
    for (const pid of pids) {
      try {
        writeFileSync(file('init/cgroup.procs'), pid);
      } catch {
        // It has ended since.
      }
    }
  }
  const controllers = readFileSync(file('cgroup.controllers'), 'utf8').trim().split(/\s+/).filter(Boolean);
  writeFileSync(file('cgroup.subtree_control'), controllers.map((name) => `+${name}`).join(' '));
}
