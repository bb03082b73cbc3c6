import type { Engine } from '../../docker/engine.ts';
import type { Lookup } from '../../kubernetes/dns.ts';
import { lastLine } from '../images/index.ts';

/** What a shell, and the engine, say of a program that is not there. */
const NO_PROGRAM = [126, 127];

/** Looks names up from a node, whose network rules are those of its pods. Node images have busybox's nslookup. */
export function lookupIn(engine: Engine, node: string, signal: AbortSignal): Lookup {
  return async (name, server) => {
    const command = ['nslookup', '-type=a', name, server];
    const { exitCode, stdout, stderr } = await engine.containers.exec(node, command, undefined, signal);
    // An image without it, of the user's own, is taken at CoreDNS's word.
    if (exitCode === 0 || NO_PROGRAM.includes(exitCode)) return undefined;
    const said = `${stdout}\n${stderr}`;
    // The name is unknown where the domain is another, set in a file: that is an answer too.
    if (/NXDOMAIN/.test(said)) return undefined;
    return lastLine(said);
  };
}
