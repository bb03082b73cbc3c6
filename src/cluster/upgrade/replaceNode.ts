import { randomUUID } from 'node:crypto';
import { UserError } from '../../common/errors.ts';
import { asideName } from '../../contract/names.ts';
import type { Engine } from '../../docker/engine.ts';
import { changedReleaseFiles } from '../../plan/releaseFiles.ts';
import type { ClusterNode } from '../find/index.ts';
import { STOP_SECONDS } from '../start/index.ts';
import { carryFiles } from './carryFiles.ts';

/** A node whose container has stepped aside for another one, which does not run yet. */
export interface Replaced {
  name: string;
  /** What its addresses were, by network. */
  addresses: Readonly<Record<string, string>>;
  /** Puts it back; it does not run then. */
  undo: () => Promise<void>;
  /** Removes it for good. */
  finish: () => Promise<void>;
}

/**
 * Stops a node and puts a container of another image in its place, with the same name, settings, ports, networks, volumes
 * and files.
 * @throws what the engine says; all is as it was then, but for the node, which does not run
 */
export async function replaceNode(engine: Engine, node: ClusterNode, image: string): Promise<Replaced> {
  const { containers } = engine;
  const details = await containers.inspect(node.id);
  if (details === undefined) throw new UserError(`node ${node.name} is gone: somebody else has deleted it`);
  const imageEnv = new Set((await engine.images.inspect(details.image))?.env ?? []);
  await containers.stop(node.id, STOP_SECONDS);
  await containers.rename(node.id, asideName(node.name, randomUUID().slice(0, 8)));
  let made: string | undefined;
  const undo = async (): Promise<void> => {
    if (made !== undefined) await containers.remove(made);
    // The two share their volumes.
    await containers.putFiles(node.id, changedReleaseFiles(image, details.image, details.binds));
    await containers.rename(node.id, node.name);
  };
  try {
    // Variables of the old image are not the new one's.
    const env = details.env.filter((entry) => !imageEnv.has(entry));
    made = await containers.copy(node.id, { name: node.name, image, env, sharesVolumes: true });
    await carryFiles(engine, details, made);
    await containers.putFiles(made, changedReleaseFiles(details.image, image, details.binds));
  } catch (error) {
    await undo();
    throw error;
  }
  const { addresses } = details;
  return { name: node.name, addresses, undo, finish: () => containers.remove(node.id) };
}
