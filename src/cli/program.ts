import { Command, Option } from 'commander';
import { DEFAULT_CLUSTER_NAME, DEFAULT_K3S_VERSION } from '../config/defaults.ts';
import { declareCreateFlags } from './createFlags.ts';
import type { DeleteOptions } from './commands/clusterDelete.ts';
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
  program.addCommand(kubeconfigCommand());
  program
    .command('version')
    .description('print the versions')
    .addOption(outputOption())
    .action(async (options: { output: OutputFormat }) => (await import('./commands/version.ts')).version(options));
  return program;
}

function clusterCommand(): Command {
  const cluster = new Command('cluster').description('create, list and delete clusters');
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
  const node = new Command('node').description('list nodes');
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
  return node;
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
