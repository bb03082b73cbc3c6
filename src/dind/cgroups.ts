import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a cgroup v2 hierarchy ready for containers in this one: a group that hands controllers on may hold no processes
 * itself, so that ours move into a group of their own (kernel: cgroup-v2.rst, "No Internal Process Constraint").
 * Does nothing for v1.
 */
export function nestCgroups(root: string): void {
  const file = (name: string): string => join(root, name);
  if (!existsSync(file('cgroup.controllers'))) return;
  mkdirSync(file('init'), { recursive: true });
  for (const pid of readFileSync(file('cgroup.procs'), 'utf8').split('\n').filter(Boolean)) {
    try {
      writeFileSync(file('init/cgroup.procs'), pid);
    } catch {
      // It has ended since.
    }
  }
  const controllers = readFileSync(file('cgroup.controllers'), 'utf8').trim().split(/\s+/).filter(Boolean);
  writeFileSync(file('cgroup.subtree_control'), controllers.map((name) => `+${name}`).join(' '));
}
