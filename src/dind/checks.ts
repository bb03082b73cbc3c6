import { existsSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { UserError } from '../common/errors.ts';
import { PATHS } from './paths.ts';
import { megabytes } from '../common/size.ts';

/** Number of the capability that mounting needs, in the masks of /proc (linux/capability.h: CAP_SYS_ADMIN). */
const SYS_ADMIN = 21n;
/** Less than this is too little to start with, in bytes: the image of a node alone is larger. */
const LEAST_SPACE = 300e6;
/** Less than this is said, in bytes. */
const LITTLE_SPACE = 3e9;

/** What is known of the container before anything is started. */
export interface ContainerFacts {
  /** The text of /proc/self/status. */
  status: string;
  hasKmsg: boolean;
  hasCgroups: boolean;
  /** Bytes that are free where the engine keeps its data. */
  freeSpace: number;
}

/** Looks at the container that this process is in. */
export async function containerFacts(): Promise<ContainerFacts> {
  const space = await statfs(PATHS.dataRoot).catch(() => undefined);
  return {
    status: readFileSync('/proc/self/status', 'utf8'),
    hasKmsg: existsSync('/dev/kmsg'),
    hasCgroups: existsSync(`${PATHS.cgroups}/cgroup.controllers`) || existsSync(`${PATHS.cgroups}/memory`),
    freeSpace: space === undefined ? Infinity : space.bavail * space.bsize,
  };
}

/**
 * Refuses a container in which no engine or no k3s can run.
 * @returns a warning, or undefined
 * @throws UserError naming what is missing and how the container gets it
 */
export function checkContainer({ status, hasKmsg, hasCgroups, freeSpace }: ContainerFacts): string | undefined {
  const mask = /^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0';
  if ((BigInt(`0x${mask}`) & (1n << SYS_ADMIN)) === 0n) {
    throw new UserError(
      'this container is not privileged, and a Docker engine needs that: start it with --privileged (Kubernetes: securityContext.privileged: true)',
    );
  }
  if (!hasKmsg)
    throw new UserError('there is no /dev/kmsg in this container, which kubelets read: start it with --privileged');
  if (!hasCgroups) {
    throw new UserError(
      `no cgroups are mounted at ${PATHS.cgroups} in this container: start it with --privileged and mount nothing over them`,
    );
  }
  const free = `${megabytes(freeSpace)} are free in ${PATHS.dataRoot}`;
  if (freeSpace < LEAST_SPACE)
    throw new UserError(`${free}, which is too little for an image: give it a larger volume`);
  return freeSpace < LITTLE_SPACE ? `${free}: that may be too little, k3s with a few images takes 3 GB` : undefined;
}
