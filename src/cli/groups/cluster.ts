import { Command } from 'commander';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import type { ApplyOptions } from '../commands/clusterApply.ts';
import type { DeleteOptions } from '../commands/clusterDelete.ts';
import type { DiagnoseOptions } from '../commands/diagnose.ts';
import type { EditOptions } from '../commands/edit.ts';
import type { StartOptions, WaitOptions } from '../commands/lifecycle.ts';
import type { ListOptions } from '../commands/list.ts';
import type { ShowOptions } from '../commands/show.ts';
import type { UpgradeOptions } from '../commands/clusterUpgrade.ts';
import type { ResetOptions } from '../commands/clusterReset.ts';
import { declareCreateFlags } from '../flags/createFlags.ts';
import {
  append,
  BooleanOption,
  noHeadersOption,
  outputOption,
  PORT_DELETE,
  PORT_ADD,
  WAIT_WORDS,
  WordOption,
} from '../flags/options.ts';

const NAMES = `clusters (default: ${DEFAULT_CLUSTER_NAME})`;

/** `k3d cluster` */
export function clusterCommand(): Command {
  const cluster = new Command('cluster').description('create, list, edit, start, stop and delete clusters');
  cluster.addCommand(clusterCreateCommand());
  cluster.addCommand(applyCommand());
  cluster
    .command('list')
    .aliases(['ls', 'get'])
    .description('list clusters, all or by name')
    .argument('[name...]', 'clusters to list')
    .addOption(noHeadersOption())
    .addOption(new BooleanOption('--token', 'show the tokens too'))
    .addOption(outputOption())
    .action(async (names: string[], options: ListOptions) =>
      (await import('../commands/list.ts')).clusterList(names, options),
    );
  cluster
    .command('delete')
    .aliases(['del', 'rm'])
    .description('delete clusters')
    .argument('[name...]', NAMES)
    .addOption(new BooleanOption('-a, --all', 'delete all clusters'))
    .option('-c, --config <file>', 'delete the clusters that a config file names')
    .action(async (names: string[], options: DeleteOptions, command: Command) =>
      (await import('../commands/clusterDelete.ts')).clusterDelete(names, options, command),
    );
  addLifecycle(cluster);
  cluster.addCommand(upgradeCommand());
  cluster.addCommand(resetCommand());
  addLooks(cluster);
  cluster
    .command('edit')
    .alias('update')
    .description('add or remove published ports of a running cluster')
    .argument('[name]', `cluster (default: ${DEFAULT_CLUSTER_NAME})`)
    .option(PORT_ADD, 'publish a port through a load balancer; repeatable', append, [])
    .option(PORT_DELETE, 'stop publishing a port; repeatable', append, [])
    .action(async (name: string | undefined, options: EditOptions, command: Command) =>
      (await import('../commands/edit.ts')).clusterEdit(name, options, command),
    );
  return cluster;
}

function addLifecycle(cluster: Command): void {
  for (const verb of ['start', 'restart'] as const) {
    cluster
      .command(verb)
      .description(
        verb === 'start' ? 'start stopped clusters and wait until they are ready' : 'stop and start clusters',
      )
      .argument('[name...]', NAMES)
      .addOption(new BooleanOption('-a, --all', 'all clusters'))
      .addOption(new WordOption('--wait', WAIT_WORDS, 'system'))
      .option('--timeout <duration>', 'time limit, e.g. 90s or 5m', '5m')
      .action(async (names: string[], options: StartOptions, command: Command) =>
        (await import('../commands/lifecycle.ts')).clusterStart(
          names,
          { ...options, stopFirst: verb === 'restart' },
          command,
        ),
      );
  }
  cluster
    .command('stop')
    .description('stop clusters; their state is kept')
    .argument('[name...]', NAMES)
    .addOption(new BooleanOption('-a, --all', 'all clusters'))
    .action(async (names: string[], options: { all?: boolean }, command: Command) =>
      (await import('../commands/lifecycle.ts')).clusterStop(names, options, command),
    );
}

/** Commands that look and change nothing. */
function addLooks(cluster: Command): void {
  cluster
    .command('show')
    .description('show a cluster on one screen: nodes, ports, registries, pods, images')
    .argument('[name]', `cluster (default: ${DEFAULT_CLUSTER_NAME})`)
    .addOption(new BooleanOption('-w, --watch', 'refresh every two seconds'))
    .addOption(outputOption())
    .action(async (name: string | undefined, options: ShowOptions) =>
      (await import('../commands/show.ts')).clusterShow(name, options),
    );
  cluster
    .command('diagnose')
    .description('diagnose clusters and collect logs, events and state')
    .argument('[name...]', NAMES)
    .option('--output <folder>', 'folder for the report: a page, logs, events, state', 'k3d-diagnostics')
    .addOption(new BooleanOption('--open', 'open the page in the browser'))
    .action(async (names: string[], _options: unknown, command: Command) =>
      (await import('../commands/diagnose.ts')).clusterDiagnose(names, command.optsWithGlobals<DiagnoseOptions>()),
    );
  cluster
    .command('wait')
    .description('wait until a running cluster and its workloads are ready')
    .argument('[name]', `cluster (default: ${DEFAULT_CLUSTER_NAME})`)
    .addOption(new WordOption('--wait', WAIT_WORDS, 'system'))
    .option(
      '--for <target>',
      'KIND/NAME [-n NAMESPACE] or a URL, e.g. "deployment/web -n shop"; repeatable',
      append,
      [],
    )
    .option('--timeout <duration>', 'time limit, e.g. 90s or 5m', '5m')
    .action(async (name: string | undefined, options: WaitOptions, command: Command) =>
      (await import('../commands/lifecycle.ts')).clusterWait(name, options, command),
    );
}

/** `cluster create`, also used to read the action's `args`. */
function clusterCreateCommand(): Command {
  const create = new Command('create')
    .description('create clusters and wait until they are ready')
    .argument('[name]', `name of the cluster (default: ${DEFAULT_CLUSTER_NAME})`)
    .option('-c, --config <file>', 'config file (k3d.io/v1alpha5), or - for standard input')
    .addHelpText('after', '\nA nodefilter selects nodes: server:0, agents:*, loadbalancer or all.');
  const given = declareCreateFlags(create);
  return create.action(async (name: string | undefined, options: { config?: string }, command: Command) =>
    (await import('../commands/clusterCreate.ts')).clusterCreate(name, options, given, command),
  );
}

function applyCommand(): Command {
  return new Command('apply')
    .description('make clusters match a config file, creating missing ones')
    .argument('[name]', 'only this cluster of the file')
    .requiredOption('-c, --config <file>', 'config file (k3d.io/v1alpha5), or - for standard input')
    .addOption(new BooleanOption('--dry-run', 'only print what would change'))
    .action(async (name: string | undefined, options: ApplyOptions, command: Command) =>
      (await import('../commands/clusterApply.ts')).clusterApply(name, options, command),
    );
}

function upgradeCommand(): Command {
  return new Command('upgrade')
    .description('upgrade a running cluster to another k3s release, node by node')
    .argument('[name]', `cluster (default: ${DEFAULT_CLUSTER_NAME})`)
    .option('-i, --image <image>', 'new k3s image, or latest, stable, +CHANNEL')
    .option('--k3s-version <version>', 'new release, as a version, channel or range, e.g. v1.34 or ">=1.33 <1.35"')
    .addOption(new BooleanOption('--drain', 'drain each node first, if there is another one', true))
    .addOption(new BooleanOption('--rollback', 'put a node that fails to come up back on its old image', true))
    .option('--parallel <n>', 'number of agents to upgrade at a time', '1')
    .option('--timeout <duration>', 'time limit for each step, e.g. 90s or 5m', '5m')
    .addOption(new BooleanOption('--dry-run', 'only print what would be done'))
    .addOption(outputOption())
    .action(async (name: string | undefined, options: UpgradeOptions, command: Command) =>
      (await import('../commands/clusterUpgrade.ts')).clusterUpgrade(name, options, command),
    );
}

function resetCommand(): Command {
  return new Command('reset')
    .description('reset a cluster to its snapshot, keeping its name, ports and token')
    .argument('[name]', `cluster (default: ${DEFAULT_CLUSTER_NAME})`)
    .option('--to <snapshot>', 'snapshot of the cluster (default: the one with its name)')
    .option('--timeout <duration>', 'time limit, e.g. 90s or 5m', '5m')
    .addOption(new BooleanOption('--dry-run', 'only print what would be done'))
    .addOption(outputOption())
    .action(async (name: string | undefined, options: ResetOptions, command: Command) =>
      (await import('../commands/clusterReset.ts')).clusterReset(name, options, command),
    );
}
