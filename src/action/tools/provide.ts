import { chmod, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Core from '@actions/core';
import { getExecOutput } from '@actions/exec';
import * as toolCache from '@actions/tool-cache';
import semver from 'semver';
import { measureFile } from '../../cache/digest.ts';
import { messageOf, UserError } from '../../common/errors.ts';
import type { ToolChoice } from './choose.ts';
import { newestOfMinorUrl, type Platform, type Tool, TOOLS } from './table.ts';

/**
 * Puts tools on the PATH: those of the machine or of the runner's tool cache if they fit, else their publishers'.
 * @param env `K3D_TOOLS_MIRROR` names a server that has the publishers' files below their hosts' names
 * @throws UserError naming the URL of what can't be had
 */
export async function provideTools(
  core: typeof Core,
  env: NodeJS.ProcessEnv,
  choices: readonly ToolChoice[],
): Promise<void> {
  const found = await Promise.all(choices.map((choice) => provideTool(choice, env)));
  for (const { folder, text } of found) {
    if (folder !== undefined) core.addPath(folder);
    core.info(text);
  }
}

/** Where a tool is, and what is to be said of it. */
interface Provided {
  /** Undefined: it was on the PATH before. */
  folder: string | undefined;
  text: string;
}

async function provideTool(choice: ToolChoice, env: NodeJS.ProcessEnv): Promise<Provided> {
  const { name, fits } = choice;
  const present = await presentVersion(name);
  if (present !== undefined && semver.satisfies(present, fits))
    return { folder: undefined, text: `${name} v${present} is there already` };
  const cached = toolCache.find(name, fits);
  if (cached !== '') return { folder: cached, text: `${name} is in the tool cache: ${cached}` };
  const platform = platformOf(process.platform, process.arch, choice.where);
  const fetched = new Downloads(choice, env);
  const version = choice.exact ?? (await newestOfMinor(choice, fetched));
  const tool: Tool = TOOLS[name];
  const url = tool.url(`v${version}`, platform);
  const file = await fetched.checked(url, tool.digestUrl(url));
  const folder = await store(tool, { name, version, file, url }, platform, choice);
  return { folder, text: `${name} v${version} was downloaded from ${fetched.at(url)}` };
}

/** The version of the program that the PATH has; undefined: it has none, or that does not say it. */
async function presentVersion(name: ToolChoice['name']): Promise<string | undefined> {
  try {
    const options = { silent: true, ignoreReturnCode: true };
    const { stdout } = await getExecOutput(name, [...TOOLS[name].versionArgs], options);
    // kubectl says the version of its compiler too.
    const text = /"gitVersion": *"([^"]*)"/.exec(stdout)?.[1] ?? stdout;
    return /v?(\d+\.\d+\.\d+)/.exec(text)?.[1];
  } catch {
    return undefined;
  }
}

/** @throws UserError where the publishers have no program that we know how to install */
export function platformOf(os: string, arch: string, where: string): Platform {
  const known: Record<string, Platform['arch']> = { x64: 'amd64', arm64: 'arm64' };
  const found = known[arch];
  if ((os === 'linux' || os === 'darwin') && found !== undefined) return { os, arch: found };
  throw new UserError(
    `${where}: tools are installed on Linux and macOS with amd64 or arm64, and this runner is ${os} with ${arch}: install them in a step before`,
  );
}

async function newestOfMinor({ version, where }: ToolChoice, fetched: Downloads): Promise<string> {
  const url = newestOfMinorUrl(version ?? '');
  const text = await fetched.text(url);
  const release = semver.valid(text.trim());
  if (release === null) throw new UserError(`${where}: ${fetched.at(url)} names no release`);
  return release;
}

/** Takes what was downloaded into the runner's tool cache. @returns the folder there */
async function store(
  tool: Tool,
  { name, version, file, url }: { name: string; version: string; file: string; url: string },
  platform: Platform,
  { where }: ToolChoice,
): Promise<string> {
  let program = file;
  const unpacked = tool.inArchive === undefined ? undefined : `${file}-unpacked`;
  try {
    if (tool.inArchive !== undefined) {
      const inside = tool.inArchive(platform);
      program = join(await toolCache.extractTar(file, unpacked), inside);
    }
    await chmod(program, 0o755);
    return await toolCache.cacheFile(program, name, name, version);
  } catch (error) {
    throw new UserError(`${where}: what is at ${url} can't be used: ${messageOf(error)}`, { cause: error });
  } finally {
    await rm(file, { force: true });
    if (unpacked !== undefined) await rm(unpacked, { recursive: true, force: true });
  }
}

/** Files of publishers, or of a mirror that has them. */
class Downloads {
  readonly #choice: ToolChoice;
  readonly #mirror: string;

  constructor(choice: ToolChoice, env: NodeJS.ProcessEnv) {
    this.#choice = choice;
    this.#mirror = (env.K3D_TOOLS_MIRROR ?? '').replace(/\/$/, '');
  }

  /** Where a publisher's URL is asked for. */
  at(url: string): string {
    return this.#mirror === '' ? url : `${this.#mirror}/${url.replace(/^https:\/\//, '')}`;
  }

  /** Path of a file that was downloaded. Tries again where that can help. */
  async file(url: string): Promise<string> {
    try {
      return await toolCache.downloadTool(this.at(url));
    } catch (error) {
      const { name, where } = this.#choice;
      throw new UserError(`${where}: ${name} could not be downloaded: ${this.at(url)}: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }

  async text(url: string): Promise<string> {
    const path = await this.file(url);
    try {
      return await readFile(path, 'utf8');
    } finally {
      await rm(path, { force: true });
    }
  }

  /** A file whose digest is the one that its publisher has for it. */
  async checked(url: string, digestUrl: string): Promise<string> {
    const [digests, path] = await Promise.all([this.text(digestUrl), this.file(url)]);
    const wanted = digestIn(digests, new URL(url).pathname.split('/').at(-1) ?? '');
    const { sha256 } = await measureFile(path);
    if (wanted === sha256) return path;
    await rm(path, { force: true });
    const why =
      wanted === undefined
        ? `${this.at(digestUrl)} has no digest of it`
        : `its digest is sha256=${sha256}, and ${this.at(digestUrl)} says ${wanted}`;
    throw new UserError(`${this.#choice.where}: ${this.at(url)} is not used: ${why}`);
  }
}

/** The digest of a file in a text that has it alone, or as `sha256sum` lists files. */
export function digestIn(text: string, file: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+\*?/));
  const [digest] = lines.find(([first = '', name]) => /^[0-9a-f]{64}$/.test(first) && (name ?? file) === file) ?? [];
  return digest;
}
