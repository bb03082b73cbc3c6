import type { ChildProcess } from 'node:child_process';
import { run } from './run.ts';

/** All descendants of a process, from ps. */
export async function descendants(pid: number): Promise<{ pid: number; command: string }[]> {
  const { stdout } = await run('ps', ['-eo', 'pid=,ppid=,args=']);
  const all = stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({ pid: Number(match[1]), parent: Number(match[2]), command: match[3] as string }));
  const found: { pid: number; command: string }[] = [];
  const queue = [pid];
  for (let current = queue.shift(); current !== undefined; current = queue.shift()) {
    for (const child of all.filter(({ parent }) => parent === current)) {
      found.push(child);
      queue.push(child.pid);
    }
  }
  return found;
}

/** Kills a process with all that it has started, none of which can clean up. */
export async function killTree(pid: number): Promise<void> {
  for (const one of [pid, ...(await descendants(pid)).map((child) => child.pid)]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It has just ended.
    }
  }
}

/** Kills a process that goes on for so long, in milliseconds, with all that it has started. @param tell called before */
export function killIfItHangs(child: ChildProcess, ms: number, tell: () => void): void {
  const timer = setTimeout(() => {
    tell();
    if (child.pid !== undefined) void killTree(child.pid);
  }, ms);
  child.once('close', () => clearTimeout(timer));
}
