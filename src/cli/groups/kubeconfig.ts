import { Command } from 'commander';
import type { GetOptions, MergeOptions } from '../commands/kubeconfig.ts';
import { BooleanOption } from '../flags/options.ts';

const internalOption = () =>
  new BooleanOption('--internal', "with an address for containers on the cluster's network instead of the host's");

/** `k3d kubeconfig` */
export function kubeconfigCommand(): Command {
  const kubeconfig = new Command('kubeconfig').description('print or merge kubeconfigs');
  kubeconfig
    .command('get')
    .aliases(['print', 'show'])
    .description('print the kubeconfigs of clusters')
    .argument('[name...]', 'clusters')
    .addOption(new BooleanOption('-a, --all', 'all clusters'))
    .addOption(internalOption())
    .action(async (names: string[], options: GetOptions) =>
      (await import('../commands/kubeconfig.ts')).kubeconfigGet(names, options),
    );
  kubeconfig
    .command('merge')
    .alias('write')
    .description('write the kubeconfigs of clusters to a file')
    .argument('[name...]', 'clusters')
    .addOption(new BooleanOption('-a, --all', 'all clusters'))
    .option('-o, --output <file>', 'file to merge into, or - for standard output')
    .addOption(new BooleanOption('-d, --kubeconfig-merge-default', 'merge into the default kubeconfig'))
    .addOption(new BooleanOption('-u, --update', 'replace differing entries of the same name', true))
    .addOption(new BooleanOption('-s, --kubeconfig-switch-context', 'switch to the new context', true))
    .addOption(new BooleanOption('--overwrite', 'replace the file instead of merging into it'))
    .addOption(internalOption())
    .action(async (names: string[], options: MergeOptions) =>
      (await import('../commands/kubeconfig.ts')).kubeconfigMerge(names, options),
    );
  return kubeconfig;
}
