import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { UserError } from '../common/errors.ts';
import { splitFiltered } from './nodeFilter.ts';
import type { Filtered, HostAlias } from './types.ts';
import { parseVolumeSpec } from './volumeSpec.ts';
import type { Ulimit } from '../contract/containers.ts';

/*
 * Lists as flags and inputs write them, one text an entry.
 */

/** `VALUE@FILTER[;FILTER]` */
export function readFilteredText(text: string, where: string): Filtered {
  return { ...splitFiltered(text, where), where };
}

/** A volume whose host path, if it is relative or begins with `~`, is made absolute. @throws UserError if malformed */
export function resolveVolume(entry: Filtered, cwd: string): Filtered {
  const mount = parseVolumeSpec(entry.value, entry.where);
  if (!mount.isPath || mount.source === undefined) return entry;
  const source = mount.source.replace(/^~(?=\/|$)/, homedir());
  const parts = [resolve(cwd, source), mount.destination, mount.options].filter((part) => part !== undefined);
  return { ...entry, value: parts.join(':') };
}

/** `NAME=SOFT:HARD` or `NAME=BOTH`, as Docker's `--ulimit` has it. @throws UserError if malformed */
export function readUlimit(text: string, where: string): Ulimit {
  const match = /^([a-z]+)=(-?\d+)(?::(-?\d+))?$/.exec(text);
  if (match === null)
    throw new UserError(`${where}: malformed ulimit "${text}": expected NAME=SOFT:HARD, e.g. nofile=26677:26677`);
  const soft = Number(match[2]);
  return { name: match[1] as string, soft, hard: match[3] === undefined ? soft : Number(match[3]) };
}

/** `IP:NAME[,NAME]`. @throws UserError if malformed */
export function readHostAlias(text: string, where: string): HostAlias {
  const match = /^([0-9.]+|\[[0-9a-fA-F:]+\]):([^:]+)$/.exec(text);
  const hostnames = match?.[2]?.split(',').map((name) => name.trim()) ?? [];
  if (match === null || hostnames.some((name) => !/^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$/.test(name))) {
    throw new UserError(`${where}: malformed host alias "${text}": expected IP:NAME[,NAME], e.g. 10.0.0.5:db.local`);
  }
  return { ip: (match[1] as string).replace(/^\[|\]$/g, ''), hostnames };
}
