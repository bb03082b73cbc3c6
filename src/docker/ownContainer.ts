import { readFileSync } from 'node:fs';
import { LOOPBACK } from '../contract/names.ts';
import type { Engine } from './engine.ts';

/** Docker mounts files of a container's own into it, from a folder that its id names. */
const OWN_FOLDER = /\/containers\/([0-9a-f]{64})\/(?:hostname|resolv\.conf|hosts) /;

/** The id of the container that this process is in, from the text of /proc/self/mountinfo. */
export function ownContainer(mountinfo: string): string | undefined {
  return OWN_FOLDER.exec(mountinfo)?.[1];
}

/**
 * Where the engine's machine is reached from here, when this process runs in one of the engine's own containers (a job in
 * a container with the socket mounted): at the gateway of the container's network.
 * @returns undefined when it does not
 */
export async function gatewayFromHere(engine: Engine): Promise<string | undefined> {
  for (const [network, address] of Object.entries(await ownAddresses(engine))) {
    // On the host's own network there is none, and the loopback address is the host's.
    const gateway = address === '' ? '' : (await engine.networks.inspect(network))?.gateway;
    if (gateway !== undefined && gateway !== '' && gateway !== LOOPBACK) return gateway;
  }
  return undefined;
}

/** This process's addresses by name of network, when it runs in one of the engine's own containers; else none. */
export async function ownAddresses(engine: Engine): Promise<Record<string, string>> {
  const id = ownContainer(readMounts());
  return (id === undefined ? undefined : await engine.containers.inspect(id))?.addresses ?? {};
}

function readMounts(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {
    return ''; // no Linux
  }
}
