import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { loadEngineImages, saveEngineImages } from '../../cache/images/engineImages.ts';
import { bytesOf, type ImagesManifest, readImagesManifest } from '../../cache/images/manifest.ts';
import { saveNodeImages } from '../../cache/images/nodeImages.ts';
import { platformOf } from '../../cache/platform.ts';
import { imagesFolder } from '../../cache/store.ts';
import { importImages } from '../../cluster/images/index.ts';
import { isK3sNode, needCluster } from '../../cluster/find/index.ts';
import { UserError } from '../../common/errors.ts';
import type { Reporter } from '../../common/reporter.ts';
import { readName } from '../../config/scalars.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { reporterOf } from '../session.ts';
import { megabytes } from '../../common/size.ts';

/** `k3d image cache save` */
export async function imageCacheSave(
  given: string | undefined,
  options: { cluster: string },
  command: Command,
): Promise<void> {
  const folder = given ?? imagesFolder(process.env);
  const name = readName(options.cluster, 'flag --cluster');
  const reporter = reporterOf(command);
  const engine = await connectEngine();
  const cluster = await needCluster(engine, name);
  const references = [...new Set(cluster.nodes.map(({ image }) => image))];
  for (const kind of ['engine', 'nodes']) await rm(join(folder, kind), { recursive: true, force: true });
  say(reporter, await saveEngineImages(engine, references, join(folder, 'engine'), 0), folder);
  const ofNodes = await saveNodeImages(engine, [cluster.name], join(folder, 'nodes'));
  if (ofNodes !== undefined) say(reporter, ofNodes, folder);
  else reporter.info('The nodes have pulled no image of kube-system: all of them came with their own image');
}

function say(reporter: Reporter, manifest: ImagesManifest, folder: string): void {
  const names = manifest.images.map(({ name }) => name).filter((name) => !name.includes('@'));
  reporter.info(`Kept ${names.join(', ')} in ${folder}: ${megabytes(bytesOf(manifest))}`);
}

/** `k3d image cache restore` */
export async function imageCacheRestore(
  given: string | undefined,
  options: { cluster: string[] },
  command: Command,
): Promise<void> {
  const folder = given ?? imagesFolder(process.env);
  const names = options.cluster.map((name) => readName(name, 'flag --cluster'));
  if (!existsSync(join(folder, 'engine'))) {
    throw new UserError(`there are no images in ${folder}: keep some with "k3d image cache save"`);
  }
  const reporter = reporterOf(command);
  const engine = await connectEngine();
  const clusters = await Promise.all(names.map((name) => needCluster(engine, name)));
  const { manifest, wrong } = await loadEngineImages(engine, join(folder, 'engine'));
  if (wrong.length > 0)
    throw new UserError(`${wrong.join(', ')} in ${folder} are not the images that were saved: delete the folder`);
  reporter.info(`The engine has ${manifest.images.map(({ name }) => name).join(', ')}`);
  const ofNodes = join(folder, 'nodes');
  if (clusters.length === 0 || !existsSync(ofNodes)) return;
  const nodes = clusters.flatMap((cluster) => cluster.nodes.filter(isK3sNode));
  const { files } = await readImagesManifest(ofNodes, { kind: 'nodes', platform: await platformOf(engine) });
  for (const { name } of files) {
    await importImages(engine, { kind: 'archive', path: join(ofNodes, name) }, nodes, reporter);
  }
}
