import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { LABEL } from '../../contract/labels.ts';
import type { Engine } from '../../docker/engine.ts';
import { readFile } from '../../docker/readFiles.ts';
import type { ServedImages } from '../../contract/localImages.ts';
import { serverFolder, type ServingState } from '../../localImages/control.ts';
import { LOCAL_IMAGES_PATH, localImagesURL } from '../../plan/localImages.ts';
import { clientFor, holderOf, sourceOf } from './begin.ts';

/** What a cluster's label says of local images, and a server whose files say where its nodes ask. */
interface ServedCluster {
  name: string;
  server: string;
  which: ServedImages;
}

/** Has a cluster served that exists, at the place where its nodes ask. Never throws: its images can be imported. */
export async function serveAgain(engine: Engine, cluster: ServedCluster): Promise<void> {
  try {
    const { name, server, which } = cluster;
    const url = localImagesURL((await readFile(engine, server, LOCAL_IMAGES_PATH)) ?? '');
    if (url === undefined || sourceOf(engine).endpoint.host !== undefined) return;
    const { hostname: address, port, pathname: prefix } = new URL(url);
    const client = await clientFor(engine);
    await client.start();
    await client.serve({ cluster: name, holder: holderOf(engine), which, address, port: Number(port), prefix });
  } catch {
    // Nodes find nobody there, and go on to the real registries.
  }
}

/**
 * Starts the server again when it should run and does not: it may have been killed. When nobody needs it any more, what it
 * has left goes. Costs next to nothing where there has been none.
 */
export async function reviveLocalImages(engine: Engine): Promise<void> {
  if (!hasFolders()) return;
  const client = await clientFor(engine);
  const nodes = await engine.containers.list([LABEL.localImages, `${LABEL.role}=server`]);
  const running = nodes.filter(({ state }) => state === 'running');
  if (running.length === 0) return client.removeRemains();
  const holder = holderOf(engine);
  const state = await client.state();
  const served = new Set(state?.filter((one) => one.holder === holder).map(({ cluster }) => cluster));
  for (const { id, labels } of running) {
    const name = labels[LABEL.cluster] ?? '';
    if (served.has(name)) continue;
    served.add(name);
    await serveAgain(engine, { name, server: id, which: labels[LABEL.localImages] as ServedImages });
  }
}

/** Whether this user has, or had, a server of any engine. */
function hasFolders(): boolean {
  const example = serverFolder('');
  const beginning = basename(example).replace(/[0-9a-f]+$/, '');
  try {
    return readdirSync(dirname(example)).some((name) => name.startsWith(beginning));
  } catch {
    return false;
  }
}

/** What has been served to the nodes of a cluster, wherever they are. @returns undefined: it is not served */
export async function whatIsServed(engine: Engine, cluster: string): Promise<ServingState | undefined> {
  if (!hasFolders()) return undefined;
  return (await (await clientFor(engine)).state())?.find((one) => one.cluster === cluster);
}
