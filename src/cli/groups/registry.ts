import { Command } from 'commander';
import { REGISTRY_IMAGE } from '../../config/defaults.ts';
import { DEFAULT_NETWORK } from '../../contract/names.ts';
import type { ListOptions } from '../commands/list.ts';
import type { RegistryCreateOptions } from '../commands/registry.ts';
import { append, BooleanOption, noHeadersOption, outputOption } from '../flags/options.ts';

/** `k3d registry` */
export function registryCommand(): Command {
  const registry = new Command('registry').aliases(['registries', 'reg']).description('create and delete registries');
  registry
    .command('create')
    .description('create a registry that clusters can use with --registry-use')
    .argument('[name]', 'its container is named k3d-NAME', 'registry')
    .option('-i, --image <image>', 'image of the registry', REGISTRY_IMAGE)
    .option('-p, --port <[ip:]port>', 'host port, or random', 'random')
    .option('-v, --volume <[source:]dest>', 'mount a path or volume; repeatable', append, [])
    .option('--default-network <name>', 'network to connect it to', DEFAULT_NETWORK)
    .option('--proxy-remote-url <url>', 'act as a pull-through cache of this registry')
    .option('--proxy-username <user>', 'user at that registry')
    .option('--proxy-password <password>', 'password at that registry')
    .addOption(new BooleanOption('--no-help', 'do not print usage hints'))
    .addOption(new BooleanOption('--delete-enabled', 'allow deleting images'))
    .addOption(new BooleanOption('--enforce-port-match', 'listen on the host port inside the network too'))
    .action(async (name: string, options: RegistryCreateOptions, command: Command) =>
      (await import('../commands/registry.ts')).registryCreate(name, options, command),
    );
  registry
    .command('delete')
    .aliases(['del', 'rm'])
    .description('delete registries')
    .argument('[name...]', 'registries (default: k3d-registry)')
    .addOption(new BooleanOption('-a, --all', 'all registries'))
    .action(async (names: string[], options: { all?: boolean }, command: Command) =>
      (await import('../commands/registry.ts')).registryDelete(names, options, command),
    );
  registry
    .command('list')
    .aliases(['ls', 'get'])
    .description('list registries, all or by name')
    .argument('[name...]', 'registries to list')
    .addOption(noHeadersOption())
    .addOption(outputOption())
    .action(async (names: string[], options: ListOptions) =>
      (await import('../commands/registry.ts')).registryList(names, options),
    );
  return registry;
}
