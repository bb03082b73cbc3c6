import { messageOf } from '../../common/errors.ts';
import type { ClusterConfig } from '../../config/types.ts';
import type { Engine, NetworkInfo } from '../../docker/engine.ts';
import { LocalImagesClient } from '../../localImages/client.ts';
import { addressesForContainer, addressesForNodes } from '../../localImages/place.ts';
import { isOnHost } from '../../plan/hostNetwork.ts';
import type { WorkContext } from '../context.ts';
import { newPrefix } from './prefix.ts';

/** What is said when nodes can't pull the engine's images: nothing fails by it. */
const offBecause = (why: string): string =>
  `Local images are off: ${why}; import images instead ("k3d image import", or the input "images")`;

/** Has the server come up that shows an engine's images to nodes. @returns undefined when it does not; that has been said */
export async function beginLocalImages(
  config: ClusterConfig,
  { engine, reporter }: Pick<WorkContext, 'engine' | 'reporter'>,
): Promise<LocalImagesClient | undefined> {
  if (config.localImages === 'off') return undefined;
  try {
    const { host, description } = sourceOf(engine).endpoint;
    if (host !== undefined) {
      reporter.info(offBecause(`the engine is elsewhere (${description})`));
      return undefined;
    }
    const client = await clientFor(engine);
    await client.start();
    return client;
  } catch (error) {
    reporter.info(offBecause(messageOf(error)));
    return undefined;
  }
}

/** The engine whose images are served: a job builds on its own one, wherever the clusters are. */
export const sourceOf = (engine: Engine): Engine => engine.outer?.engine ?? engine;

/** The container that an engine runs in, for a server outside; empty: none. */
export const holderOf = (engine: Engine): string => engine.outer?.container ?? '';

/** The server of an engine, or of the one that it is in a container of; it need not run. */
export async function clientFor(engine: Engine): Promise<LocalImagesClient> {
  const source = sourceOf(engine);
  return new LocalImagesClient((await source.system()).id || source.endpoint.description, process.env);
}

/**
 * Has a cluster served that is about to be made.
 * @returns the URL at which its nodes ask, which nobody else may know; undefined when they can't; that has been said
 */
export async function serveNewCluster(
  client: LocalImagesClient | undefined,
  config: ClusterConfig,
  network: NetworkInfo,
  { engine, reporter, timeline }: WorkContext,
): Promise<string | undefined> {
  const { localImages: which } = config;
  if (client === undefined || which === 'off') return undefined;
  return await timeline.run('local images', async () => {
    const prefix = newPrefix(reporter);
    const holder = holderOf(engine);
    const wish = { cluster: config.name, holder, port: 0, prefix, which };
    const addresses =
      engine.outer === undefined
        ? addressesForNodes(engine, network, isOnHost(config))
        : addressesForContainer(engine.outer.engine, holder);
    let why = `network ${network.name} has no address of this machine`;
    for (const address of await addresses) {
      try {
        return `http://${address}:${await client.serve({ ...wish, address })}${prefix}`;
      } catch (error) {
        why = /EADDRNOTAVAIL/.test(messageOf(error))
          ? `nodes on network ${network.name} have no way to this process`
          : messageOf(error);
      }
    }
    reporter.info(offBecause(why));
    return undefined;
  });
}

/** Says so when no node has found the registry: a firewall may be between. */
export async function tellOutcome(
  client: LocalImagesClient | undefined,
  url: string | undefined,
  cluster: string,
  { engine, reporter }: WorkContext,
): Promise<void> {
  if (url === undefined) return;
  const state = (await client?.state())?.find((one) => one.cluster === cluster && one.holder === holderOf(engine));
  if (state?.reached === false)
    reporter.info(offBecause(`nodes don't reach ${state.address}:${state.port} on this machine, e.g. for a firewall`));
}
