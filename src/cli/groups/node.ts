import { Command } from 'commander';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import type { EditOptions } from '../commands/edit.ts';
import type { ListOptions } from '../commands/list.ts';
import type { NodeCreateOptions, NodeDeleteOptions } from '../commands/node.ts';
import {
  append,
  appendAll,
  BooleanOption,
  noHeadersOption,
  outputOption,
  PORT_DELETE,
  PORT_ADD,
} from '../flags/options.ts';

/** `k3d node` */
export function nodeCommand(): Command {
  const node = new Command('node').description('create, list, edit, start, stop and delete nodes');
  node.addCommand(nodeCreateCommand());
  node
    .command('list')
    .aliases(['ls', 'get'])
    .description('list nodes, all or by name')
    .argument('[name...]', 'nodes to list')
    .addOption(noHeadersOption())
    .addOption(outputOption())
    .action(async (names: string[], options: ListOptions) =>
      (await import('../commands/list.ts')).nodeList(names, options),
    );
  for (const verb of ['start', 'stop'] as const) {
    node
      .command(verb)
      .description(`${verb} nodes`)
      .argument('<name...>', 'nodes')
      .action(async (names: string[]) => (await import('../commands/node.ts')).nodeSwitch(names, verb));
  }
  node
    .command('delete')
    .aliases(['del', 'rm'])
    .description('drain nodes, remove them from their cluster and delete them')
    .argument('[name...]', 'nodes')
    .addOption(new BooleanOption('-a, --all', 'all nodes of all clusters'))
    .addOption(new BooleanOption('-r, --registries', 'also registries'))
    .action(async (names: string[], options: NodeDeleteOptions, command: Command) =>
      (await import('../commands/node.ts')).nodeDelete(names, options, command),
    );
  node
    .command('edit')
    .alias('update')
    .description("publish more ports of a cluster's load balancer, or take some back")
    .argument('<name>', 'load balancer, e.g. k3d-k3s-default-serverlb')
    .option(PORT_ADD, 'publish a port; repeatable', append, [])
    .option(PORT_DELETE, 'stop publishing a port; repeatable', append, [])
    .action(async (name: string, options: EditOptions, command: Command) =>
      (await import('../commands/edit.ts')).nodeEdit(name, options, command),
    );
  return node;
}

function nodeCreateCommand(): Command {
  return new Command('create')
    .description('add nodes to a running cluster')
    .argument('<name>', 'base name: the nodes are named k3d-NAME-0 and so on')
    .option('-c, --cluster <name|url>', 'cluster to join, or URL of a server elsewhere', DEFAULT_CLUSTER_NAME)
    .option('--replicas <n>', 'how many', '1')
    .option('--role <role>', 'agent or server', 'agent')
    .option('-i, --image <image>', "k3s image (default: the cluster's)")
    .option('--memory <amount>', 'memory limit, e.g. 1g')
    .option('-n, --network <name>', 'also connect them to this network; repeatable', appendAll, [])
    .option('-t, --token <token>', 'token to join with (default: the token of the cluster)')
    .option('--k3s-arg <arg>', 'argument for k3s; repeatable', append, [])
    .option('--k3s-node-label <key=value>', 'label the Kubernetes node; repeatable', appendAll, [])
    .option('--runtime-label <key=value>', 'label the container; repeatable', appendAll, [])
    .option('--runtime-ulimit <name=soft[:hard]>', 'set a ulimit of the container; repeatable', appendAll, [])
    .addOption(new BooleanOption('--wait', 'wait until they are Ready', true))
    .option('--timeout <duration>', 'time limit, e.g. 90s or 5m', '5m')
    .action(async (name: string, options: NodeCreateOptions, command: Command) =>
      (await import('../commands/node.ts')).nodeCreate(name, options, command),
    );
}
