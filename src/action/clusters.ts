import { messageOf, UserError } from '../common/errors.ts';
import { resolveConfigs, type ResolvedConfig } from '../config/resolve.ts';
import type { ClusterConfig, ConfigLayer, RegistrySpec } from '../config/types.ts';
import { networkName } from '../contract/names.ts';
import { nameOfRegistry } from '../plan/registry.ts';
import { type ReadArgs, readArgs } from './inputs/args.ts';
import { type ListedCluster, readClusterList } from './inputs/clusterList.ts';
import { inputLayer, REGISTRY_INPUT } from './inputs/inputLayer.ts';
import type { InputName } from './inputs/inputNames.ts';

/** What a job wants, unless something says otherwise: an image that it builds is to be had. */
const ACTION_DEFAULTS: ConfigLayer = { localImages: 'built' };

type Inputs = (name: InputName) => string;

/**
 * The clusters as file, environment, inputs and flags describe them.
 * @throws UserError naming the input, or the file and line, that is wrong
 */
export function readClusters(text: Inputs, env: NodeJS.ProcessEnv, cwd: string): ResolvedConfig {
  const args = readArgs(text('args'), cwd);
  if (args.config !== undefined && text('config') !== '') {
    throw new UserError('input "args" has --config and input "config" is set too: give one of them');
  }
  const config = text('config') || args.config;
  const layer = inputLayer(text, cwd);
  const list = readClusterList(text('clusters'));
  // A name picks one of several documents; as a part of each it would give all of them the same.
  const name = args.layer.name ?? layer.name;
  for (const one of [layer, args.layer]) delete one.name;
  if (list.length === 0) {
    const found = resolveConfigs({ config, env, layers: [layer, args.layer], name, cwd, defaults: ACTION_DEFAULTS });
    return { ...found, clusters: shareRegistries(found.clusters) };
  }
  if (name !== undefined)
    throw new UserError(
      'inputs "clusters" and "name" contradict each other: names of several clusters are in "clusters", so leave "name" out',
    );
  return listed(list, { text, args, config, env, cwd });
}

interface Surroundings {
  text: Inputs;
  args: ReadArgs;
  config: string | undefined;
  env: NodeJS.ProcessEnv;
  cwd: string;
}

/** Clusters of a list, on one network unless they are told otherwise. */
function listed(list: readonly ListedCluster[], { text, args, config, env, cwd }: Surroundings): ResolvedConfig {
  const notices = new Set<string>();
  const clusters = list.map(({ name, values }) => {
    const layer = entryLayer(name, instead(text, values), cwd);
    delete layer.name;
    const found = resolveConfigs({ config, env, layers: [layer, args.layer], cwd, defaults: ACTION_DEFAULTS });
    if (found.clusters.length > 1)
      throw new UserError(
        'inputs "clusters" and "config" contradict each other: the config has several documents, which are clusters already',
      );
    for (const notice of found.notices) notices.add(notice);
    return { ...(found.clusters[0] as ClusterConfig), name };
  });
  const shared = networkName(list[0]?.name ?? '');
  return {
    clusters: shareRegistries(clusters.map((one) => ({ ...one, network: one.network ?? shared }))),
    notices: [...notices],
  };
}

/** The inputs' values, but for those that a cluster has for itself; `version` and `image` say the same thing. */
function instead(text: Inputs, values: ReadonlyMap<InputName, string>): Inputs {
  const isImage = (name: InputName): boolean => name === 'version' || name === 'image';
  const hasImage = [...values.keys()].some(isImage);
  return (name) => values.get(name) ?? (hasImage && isImage(name) ? '' : name === 'name' ? '' : text(name));
}

function entryLayer(name: string, text: Inputs, cwd: string): ReturnType<typeof inputLayer> {
  try {
    return inputLayer(text, cwd);
  } catch (error) {
    throw new UserError(`input "clusters", cluster ${name}: ${messageOf(error)}`, { cause: error });
  }
}

/** The registry that the input asks for is made with the first cluster, and the others use it. */
function shareRegistries(clusters: readonly ClusterConfig[]): ClusterConfig[] {
  const [first, ...others] = clusters as [ClusterConfig, ...ClusterConfig[]];
  const isShared = ({ where }: RegistrySpec): boolean => where === REGISTRY_INPUT;
  const shared = first.registriesCreate.filter(isShared);
  const uses = shared.map((spec) => ({ value: nameOfRegistry(spec, first.name), where: spec.where }));
  return [
    first,
    ...others.map((one) => ({
      ...one,
      registriesCreate: one.registriesCreate.filter((spec) => !isShared(spec)),
      registriesUse: [...one.registriesUse, ...uses],
    })),
  ];
}
