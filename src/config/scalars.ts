import { isIP, isIPv6 } from 'node:net';
import { parseDuration } from '../common/duration.ts';
import { UserError } from '../common/errors.ts';
import { suggestion } from '../common/nearest.ts';
import { parseGpus } from './gpus.ts';
import { checkClusterName } from '../contract/names.ts';
import { parseMemory } from './quantity.ts';
import type { LocalImages } from '../contract/localImages.ts';
import { IP_FAMILIES, type IpFamily } from '../contract/ipFamily.ts';

/*
 * How single values are read from text, whoever wrote it: an input, a flag, an environment variable or a file.
 * Each takes the text and where it was written, and throws a UserError that says what would be right.
 */

export type ScalarReader<T> = (text: string, where: string) => T;

export const readBoolean: ScalarReader<boolean> = (text, where) => {
  // The words of YAML 1.2, which GitHub's own toolkit accepts for inputs.
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  throw new UserError(`${where}: expected true or false, not "${text}"`);
};

/** A boolean as Go's flags write it (strconv.ParseBool). */
export const readGoBoolean: ScalarReader<boolean> = (text, where) => {
  if (/^(1|t|T|true|True|TRUE)$/.test(text)) return true;
  if (/^(0|f|F|false|False|FALSE)$/.test(text)) return false;
  throw new UserError(`${where}: expected true or false, not "${text}"`);
};

/** @returns `text` @throws UserError with the nearest of `known` when it is none of them */
export function readOneOf<T extends string>(text: string, known: readonly T[], where: string): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new UserError(`${where}: "${text}" is unknown${suggestion(text, known)}`);
  return found;
}

/** A reader for whole numbers within bounds. */
export function readInteger(min: number, max: number): ScalarReader<number> {
  return (text, where) => {
    const value = /^[+-]?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (Number.isNaN(value) || value < min || value > max) {
      throw new UserError(`${where}: expected a whole number from ${min} to ${max}, not "${text}"`);
    }
    return value;
  };
}

/** More nodes than this on one machine are a typing error, not a wish. */
export const MAX_NODES = 100;
export const readServers = readInteger(1, MAX_NODES);
export const readAgents = readInteger(0, MAX_NODES);

export const readName: ScalarReader<string> = (text, where) => {
  checkClusterName(text, where);
  return text;
};

/** The longest that a timer runs, in milliseconds: what is not bounded is bounded by that. */
const NO_LIMIT_MS = 2 ** 31 - 1;

/** Milliseconds; `0s` is no limit, as in k3d. */
export const readTimeout: ScalarReader<number> = (text, where) => {
  const ms = parseDuration(text);
  if (ms === undefined) throw new UserError(`${where}: expected a duration such as 90s or 5m, not "${text}"`);
  if (ms === 0) return NO_LIMIT_MS;
  if (ms < 1000) throw new UserError(`${where}: a timeout of ${text} is too short: use at least 1s`);
  return Math.min(ms, NO_LIMIT_MS);
};

/** Bytes. */
export const readMemory: ScalarReader<number> = (text, where) => {
  const bytes = parseMemory(text);
  if (bytes === undefined)
    throw new UserError(`${where}: expected an amount of memory such as 512m or 2g, not "${text}"`);
  return bytes;
};

// Docker's grammar for image references, without the details of digests (distribution: reference/regexp.go).
const IMAGE =
  /^(?:[A-Za-z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[\w][\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;

/** Whether a text can be the name of an image. */
export const isImageName = (text: string): boolean => IMAGE.test(text);

export const readImage: ScalarReader<string> = (text, where) => {
  if (!IMAGE.test(text))
    throw new UserError(`${where}: "${text}" is no image reference: expected e.g. rancher/k3s:v1.33.5-k3s1`);
  return text;
};

/** What stands for a release of k3s: `latest`, `stable`, `testing`, or `+` and a channel or a range, such as `+v1.33`. */
export const IMAGE_SHORTCUT = /^(latest|stable|testing|\+[^/:]+)$/;

/** An image of k3s, or a shortcut for one. */
export const readK3sImage: ScalarReader<string> = (text, where) =>
  IMAGE_SHORTCUT.test(text) ? text : readImage(text, where);

/** Which images of the engine nodes can pull. A flag without a value says true. */
export const readLocalImages: ScalarReader<LocalImages> = (text, where) => {
  if (text === 'true') return 'built';
  if (text === 'false') return 'off';
  return readOneOf(text, ['built', 'all', 'off'], where);
};

/** GPUs as Docker's `--gpus` has them. @throws UserError for what Docker would refuse */
export const readGpus: ScalarReader<string> = (text, where) => {
  parseGpus(text, where);
  return text;
};

export const readToken: ScalarReader<string> = (text, where) => {
  if (/\s/.test(text) || text === '')
    throw new UserError(`${where}: a cluster token must not be empty or have spaces in it`);
  return text;
};

export const readNetwork: ScalarReader<string> = (text, where) => {
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(text))
    throw new UserError(`${where}: "${text}" can't be the name of a Docker network`);
  return text;
};

/**
 * Subnets of a new network: IPv4, IPv6, or both with a comma between them. `auto` is the engine's choice, as is a family
 * that is not named.
 */
export const readSubnets: ScalarReader<{ subnet: string | undefined; subnetV6: string | undefined }> = (
  text,
  where,
) => {
  const parts = text.split(',').map((part) => part.trim());
  const subnetV6 = parts.find((part) => isIPv6(part.split('/')[0] ?? ''));
  const others = parts.filter((part) => part !== subnetV6);
  const [subnet = 'auto'] = others;
  if (others.length > 1 || !(subnet === 'auto' || isRange(subnet, 4, 29))) {
    throw new UserError(
      `${where}: expected an IPv4 subnet such as 172.28.0.0/16, with an IPv6 one after a comma if wanted, or auto, not "${text}"`,
    );
  }
  if (subnetV6 !== undefined && !isRange(subnetV6, 6, 120)) {
    throw new UserError(`${where}: expected an IPv6 subnet such as fd00:28::/64, not "${subnetV6}"`);
  }
  return { subnet: subnet === 'auto' ? undefined : subnet, subnetV6 };
};

/** Whether a text is an address of a family and the length of a prefix, of at most `longest` bits. */
function isRange(text: string, family: 4 | 6, longest: number): boolean {
  const [, address = '', bits] = /^([^/]*)\/(\d{1,3})$/.exec(text) ?? [];
  return isIP(address) === family && Number(bits) <= longest;
}

export const readIpFamily: ScalarReader<IpFamily> = (text, where) => readOneOf(text, IP_FAMILIES, where);
