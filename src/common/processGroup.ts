import type { ChildProcess } from 'node:child_process';

/** Ends a process that was started `detached`, and all that it has started and left in its group. */
export function killGroup({ pid }: Pick<ChildProcess, 'pid'>): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // it has ended since
  }
}
