import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { importImages, type ImportSource } from '../../cluster/images/index.ts';
import { type ClusterNode, isK3sNode, needCluster } from '../../cluster/find/index.ts';
import { UserError } from '../../common/errors.ts';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import { isImageName, readName } from '../../config/scalars.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import type { Engine } from '../../docker/engine.ts';
import { interruptible, reporterOf } from '../session.ts';

/** `k3d image import` */
export async function imageImport(words: string[], options: { cluster: string[] }, command: Command): Promise<void> {
  const wanted = options.cluster.map((name) => readName(name, 'flag --cluster'));
  const engine = await connectEngine();
  const clusters = wanted.length === 0 ? [DEFAULT_CLUSTER_NAME] : wanted;
  const nodes = (await Promise.all(clusters.map((name) => runningNodes(engine, name)))).flat();
  const folder = mkdtempSync(join(tmpdir(), 'k3d-import-'));
  try {
    await interruptible(async (signal) => {
      for (const source of await sourcesOf(words, folder, signal))
        await importImages(engine, source, nodes, reporterOf(command), signal);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runningNodes(engine: Engine, name: string): Promise<ClusterNode[]> {
  const cluster = await needCluster(engine, name);
  const nodes = cluster.nodes.filter(isK3sNode);
  const stopped = nodes.find(({ state }) => state !== 'running');
  if (stopped !== undefined) {
    throw new UserError(`node ${stopped.name} does not run (${stopped.state}): start cluster "${name}" first`);
  }
  return nodes;
}

/** @throws UserError when a word can be neither an archive nor an image */
function imageName(word: string): string {
  if (isImageName(word) || /^sha256:[0-9a-f]+$/.test(word)) return word;
  const what = existsSync(word) ? 'is a folder' : 'is neither an archive nor the name of an image';
  throw new UserError(
    `${word} ${what}: give the name of an image, such as app:dev, or an archive that "docker save" wrote`,
  );
}

/** Words are files, `-` for an archive on standard input, or names of images, which are sent together. */
async function sourcesOf(words: string[], folder: string, signal: AbortSignal): Promise<ImportSource[]> {
  const sources: ImportSource[] = [];
  const names: string[] = [];
  for (const word of words) {
    if (word === '-') {
      // Read twice: once for the names in it, once to send it.
      const path = join(folder, 'stdin.tar');
      await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }), { signal }).catch((error: unknown) => {
        signal.throwIfAborted();
        throw error;
      });
      sources.push({ kind: 'archive', path });
    } else if (existsSync(word) && !statSync(word).isDirectory()) sources.push({ kind: 'archive', path: word });
    else if (/\.(tar|tgz|tar\.(gz|zst))$/.test(word)) throw new UserError(`archive ${word} does not exist`);
    else names.push(imageName(word));
  }
  return names.length === 0 ? sources : [{ kind: 'images', names }, ...sources];
}
