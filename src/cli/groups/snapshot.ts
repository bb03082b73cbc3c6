import { Command } from 'commander';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import type { ListOptions } from '../commands/list.ts';
import type { RestoreOptions, SaveOptions } from '../commands/snapshot.ts';
import { append, BooleanOption, noHeadersOption, outputOption } from '../flags/options.ts';

/** `k3d snapshot` */
export function snapshotCommand(): Command {
  const snapshot = new Command('snapshot').alias('snapshots').description('save and restore clusters');
  snapshot
    .command('save')
    .description('save a running cluster with its workloads, images and volumes; its nodes are paused meanwhile')
    .argument('[name]', 'name of the snapshot, and of the cluster unless --cluster names another')
    .option('-c, --cluster <name>', `cluster (default: the one called NAME, else ${DEFAULT_CLUSTER_NAME})`)
    .option('-f, --file <file>', 'write it to a file (.tar, .tar.zst or .tar.gz) instead')
    .addOption(new BooleanOption('--overwrite', 'replace an existing snapshot of that name', false))
    .action(async (name: string | undefined, options: SaveOptions, command: Command) =>
      (await import('../commands/snapshot.ts')).snapshotSave(name, options, command),
    );
  snapshot
    .command('restore')
    .description('create a cluster from a snapshot, under its own name or another')
    .argument('[name]', 'name of the snapshot')
    .option('-f, --file <file>', 'read it from a file')
    .option('-c, --cluster <name>', 'name of the new cluster (default: the old name)')
    .option('--api-port <[host:]port>', 'host port of the Kubernetes API (default: a free one)')
    .option(
      '-p, --port <[host:][port:]containerport[/protocol][@nodefilter]>',
      'publish these ports instead of the old ones; repeatable',
      append,
      [],
    )
    .addOption(new BooleanOption('--no-ports', 'publish none of the old ports', false))
    .option('--timeout <duration>', 'time limit, e.g. 90s or 5m', '5m')
    .action(async (name: string | undefined, options: RestoreOptions, command: Command) =>
      (await import('../commands/snapshot.ts')).snapshotRestore(name, options, command),
    );
  snapshot
    .command('list')
    .alias('ls')
    .description('list snapshots')
    .addOption(noHeadersOption())
    .addOption(outputOption())
    .action(async (options: ListOptions) => (await import('../commands/snapshot.ts')).snapshotList(options));
  snapshot
    .command('delete')
    .aliases(['del', 'rm'])
    .description('delete snapshots')
    .argument('[name...]', 'snapshots')
    .addOption(new BooleanOption('-a, --all', 'all snapshots'))
    .action(async (names: string[], options: { all?: boolean }, command: Command) =>
      (await import('../commands/snapshot.ts')).snapshotDelete(names, options, command),
    );
  return snapshot;
}
