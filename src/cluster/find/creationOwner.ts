import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { type CreationOwner, formatCreation } from '../../plan/creation.ts';

/**
 * After so long no job runs any more, in milliseconds: on a self-hosted runner one may run for five days (GitHub: usage
 * limits). It decides where nothing is known of the process.
 */
const LONGEST_JOB_MS = 5 * 24 * 60 * 60_000;

/** An id for one creation: what it makes is labelled with it, so that it can be undone without touching anything else. */
export function newCreationId(kind: CreationOwner['kind'] = 'create', env: NodeJS.ProcessEnv = process.env): string {
  const pid = kind === 'job' ? process.ppid : process.pid;
  const run = [env.GITHUB_REPOSITORY, env.GITHUB_RUN_ID, env.GITHUB_RUN_ATTEMPT, env.GITHUB_JOB]
    .filter(Boolean)
    .join('/');
  const owner = { kind, host: hostname(), boot: bootId(), pid, start: startOf(pid) ?? '', run, at: Date.now() };
  return formatCreation({ id: randomUUID(), owner });
}

/** Which boot of the machine this is, and which namespace of process ids; empty where the system does not tell. */
function bootId(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')}`;
  } catch {
    return '';
  }
}

/** When a process was started, in ticks since the boot (proc(5): field 22). @returns undefined when there is none */
function startOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the command's name, is in brackets and may hold anything.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/**
 * Whether the process that something was made for is gone. In doubt it is not: the process may be on another machine, or
 * in another container of this one.
 */
export function isGone(owner: CreationOwner, now = Date.now()): boolean {
  const boot = bootId();
  // A process without a start is the one outside of a container, which is not seen from in it.
  const isVisible = boot !== '' && owner.boot === boot && owner.start !== '';
  if (isVisible) return startOf(owner.pid) !== owner.start;
  const sameMachine = owner.host === hostname() && owner.boot !== '' && boot !== '';
  // Another boot of the same machine: it has been started anew since.
  if (sameMachine && owner.boot.split('/')[0] !== boot.split('/')[0]) return true;
  return now - owner.at > LONGEST_JOB_MS;
}
