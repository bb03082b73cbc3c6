import { Command, Option } from 'commander';
import { DEFAULT_CLUSTER_NAME, DEFAULT_K3S_VERSION } from '../config/defaults.ts';
import { declareCreateFlags } from './createFlags.ts';
import type { DeleteOptions } from './commands/clusterDelete.ts';
import type { StartOptions } from './commands/lifecycle.ts';
import type { NodeCreateOptions } from './commands/node.ts';
import type { MergeOptions } from './commands/kubeconfig.ts';
import type { ListOptions } from './commands/list.ts';
import { OUTPUT_FORMATS, type OutputFormat } from './output.ts';
import { VERSION } from './version.ts';

/*
 * The commands and their flags. What they do is loaded when one is run, so that --help is instant.
 */

const outputOption = () =>
  new Option('-o, --output <format>', 'json or yaml instead of a table').choices(OUTPUT_FORMATS).default('table');

/** The whole `k3d` command. */
export function buildProgram(): Command {
  const program = new Command('k3d')
    .description('Runs k3s clusters in Docker. Commands, flags and config files are those of k3d v5.')
    .version(`k3d-action ${VERSION}\nk3s ${DEFAULT_K3S_VERSION} (default)`, '--version', 'print the versions')
    .option('--verbose', 'say what is being done in detail')
    .option('--trace', 'like --verbose, with stack traces of errors')
    .option('--timestamps', 'begin each line of progress with the time')
    .showSuggestionAfterError(true)
    .configureHelp({ showGlobalOptions: true });
  program.addCommand(clusterCommand());
  program.addCommand(nodeCommand());
  program.addCommand(imageCommand());
  program.addCommand(kubeconfigCommand());
  program
    .command('version')
    .description('print the versions')
    .addOption(outputOption())
    .action(async (options: { output: OutputFormat }) => (await import('./commands/version.ts')).version(options));
  return program;
}

function clusterCommand(): Command {
  const cluster = new Command('cluster').description('create, list, stop, start and delete clusters');
  cluster.addCommand(clusterCreateCommand());
  cluster
    .command('list')
    .aliases(['ls', 'get'])
    .description('list clusters, all or by name')
    .argument('[name...]', 'clusters to list')
    .option('--no-headers', 'leave the header line out')
    .option('--token', 'show the tokens too')
    .addOption(outputOption())
    .action(async (names: string[], options: ListOptions) =>
      (await import('./commands/list.ts')).clusterList(names, options),
    );
  cluster
    .command('delete')
    .aliases(['del', 'rm'])
    .description('delete clusters')
    .argument('[name...]', `clusters to delete (default: ${DEFAULT_CLUSTER_NAME})`)
    .option('-a, --all', 'delete all clusters')
    .option('-c, --config <file>', 'delete the cluster that a config file names')
    .action(async (names: string[], options: DeleteOptions, command: Command) =>
      (await import('./commands/clusterDelete.ts')).clusterDelete(names, options, command),
    );
  for (const verb of ['start', 'restart'] as const) {
    cluster
      .command(verb)
      .description(
        verb === 'start' ? 'start stopped clusters and wait until they can be used' : 'stop and start clusters',
      )
      .argument('[name...]', `clusters (default: ${DEFAULT_CLUSTER_NAME})`)
      .option('-a, --all', 'all clusters')
      .option('--no-wait', 'return as soon as the nodes run')
      .option('--timeout <duration>', 'give up after this long', '5m')
      .action(async (names: string[], options: StartOptions, command: Command) =>
        (await import('./commands/lifecycle.ts')).clusterStart(
          names,
          { ...options, stopFirst: verb === 'restart' },
          command,
        ),
      );
  }
  cluster
    .command('stop')
    .description('stop clusters; their state stays')
    .argument('[name...]', `clusters (default: ${DEFAULT_CLUSTER_NAME})`)
    .option('-a, --all', 'all clusters')
    .action(async (names: string[], options: { all?: boolean }, command: Command) =>
      (await import('./commands/lifecycle.ts')).clusterStop(names, options, command),
    );
  return cluster;
}

/** `cluster create`, also used to read the action's `args`. */
export function clusterCreateCommand(): Command {
  const create = new Command('create')
    .description('create a cluster and wait until it can be used')
    .argument('[name]', `name of the cluster (default: ${DEFAULT_CLUSTER_NAME})`)
    .option('-c, --config <file>', 'config file (k3d.io/v1alpha5), or - for standard input');
  const given = declareCreateFlags(create);
  return create.action(async (name: string | undefined, options: { config?: string }, command: Command) =>
    (await import('./commands/clusterCreate.ts')).clusterCreate(name, options, given, command),
  );
}

function nodeCommand(): Command {
  const node = new Command('node').description('list, add, stop, start and delete nodes');
  node
    .command('list')
    .aliases(['ls', 'get'])
    .description('list nodes, all or by name')
    .argument('[name...]', 'nodes to list')
    .option('--no-headers', 'leave the header line out')
    .addOption(outputOption())
    .action(async (names: string[], options: ListOptions) =>
      (await import('./commands/list.ts')).nodeList(names, options),
    );
  node
    .command('create')
    .description('add agents to a running cluster')
    .argument('<name>', 'the nodes are called k3d-NAME-0 and so on')
    .option('-c, --cluster <name>', 'cluster to join', DEFAULT_CLUSTER_NAME)
    .option('--replicas <n>', 'how many', '1')
    .option('--role <role>', 'agent', 'agent')
    .option('-i, --image <image>', 'k3s image (default: that of the cluster)')
    .option('--k3s-arg <arg>', 'argument for k3s; may be repeated', append, [])
    .option('--k3s-node-label <key=value>', 'label of the Kubernetes node; may be repeated', append, [])
    .option('--runtime-label <key=value>', 'label of the container; may be repeated', append, [])
    .option('--no-wait', 'return as soon as the nodes run')
    .option('--timeout <duration>', 'give up after this long', '5m')
    .action(async (name: string, options: NodeCreateOptions, command: Command) =>
      (await import('./commands/node.ts')).nodeCreate(name, options, command),
    );
  for (const verb of ['start', 'stop'] as const) {
    node
      .command(verb)
      .description(`${verb} nodes`)
      .argument('<name...>', 'nodes')
      .action(async (names: string[]) => (await import('./commands/node.ts')).nodeSwitch(names, verb));
  }
  node
    .command('delete')
    .aliases(['del', 'rm'])
    .description('empty nodes, take them out of Kubernetes and remove them')
    .argument('<name...>', 'nodes')
    .action(async (names: string[], _options: object, command: Command) =>
      (await import('./commands/node.ts')).nodeDelete(names, command),
    );
  return node;
}

/** Collects the values of a flag that may be repeated. */
function append(value: string, before: string[]): string[] {
  return [...before, value];
}

function imageCommand(): Command {
  const image = new Command('image').description('bring images into clusters');
  image
    .command('import')
    .alias('load')
    .description('bring images of the engine, or archives, into all nodes of clusters')
    .argument(
      '<image...>',
      'names of images, files of archives (docker save or OCI), or - for an archive on standard input',
    )
    .option('-c, --cluster <name>', `cluster; may be repeated (default: ${DEFAULT_CLUSTER_NAME})`, append, [])
    .action(async (words: string[], options: { cluster: string[] }, command: Command) =>
      (await import('./commands/image.ts')).imageImport(words, options, command),
    );
  return image;
}

function kubeconfigCommand(): Command {
  const kubeconfig = new Command('kubeconfig').description('print or merge kubeconfigs');
  kubeconfig
    .command('get')
    .aliases(['print', 'show'])
    .description('print the kubeconfig of clusters')
    .argument('[name...]', 'clusters')
    .option('-a, --all', 'all clusters')
    .action(async (names: string[], options: { all?: boolean }) =>
      (await import('./commands/kubeconfig.ts')).kubeconfigGet(names, options),
    );
  kubeconfig
    .command('merge')
    .alias('write')
    .description('write the kubeconfig of clusters into a file')
    .argument('[name...]', 'clusters')
    .option('-a, --all', 'all clusters')
    .option('-o, --output <file>', 'file to merge into, or - for standard output')
    .option('-d, --kubeconfig-merge-default', 'merge into the default kubeconfig')
    .option('-s, --kubeconfig-switch-context', 'switch to the new context', true)
    .option('--no-kubeconfig-switch-context', 'keep the current context')
    .option('--overwrite', 'replace the file instead of merging into it')
    .action(async (names: string[], options: MergeOptions) =>
      (await import('./commands/kubeconfig.ts')).kubeconfigMerge(names, options),
    );
  return kubeconfig;
}
