import { Command, Option } from 'commander';
import type { VersionListOptions } from '../commands/version.ts';
import type { OutputFormat } from '../output.ts';
import { SERVE_COMMAND } from '../../localImages/client.ts';
import { BooleanOption, outputOption } from '../flags/options.ts';

/** `k3d version` */
export function versionCommand(): Command {
  const version = new Command('version').description('print the versions');
  version
    .addOption(outputOption())
    .action(async (options: { output: OutputFormat }) => (await import('../commands/version.ts')).version(options));
  version
    .command('list')
    .aliases(['ls'])
    .description('list the releases in a registry')
    .argument('<component>', 'k3s, k3d, k3d-proxy, k3d-tools, or an image such as localhost:5000/team/app')
    .addOption(
      new Option('-f, --format <format>', 'print tags only, or full image references')
        .choices(['raw', 'repo'])
        .default('raw'),
    )
    .option('-i, --include <regex>', 'include only matching tags', '.*')
    .addOption(
      new Option('-e, --exclude <regex>', 'exclude matching tags').default(
        '.+(rc|engine|alpha|beta|dev|test|arm|arm64|amd64|s390x).*',
        'pre-releases and those of one architecture',
      ),
    )
    .option('-l, --limit <n>', 'maximum number of tags (0 = all)', '0')
    .addOption(
      new Option('-s, --sort <order>', 'newest first, oldest first, or unsorted')
        .choices(['desc', 'asc', 'off'])
        .default('desc'),
    )
    .action(async (component: string, options: VersionListOptions) =>
      (await import('../commands/version.ts')).versionList(component, options),
    );
  return version;
}

/** `k3d prune` */
export function pruneCommand(): Command {
  return new Command('prune')
    .description('remove leftovers of dead jobs and interrupted creations')
    .addOption(new BooleanOption('--dry-run', 'only print what would be removed'))
    .action(async (options: { dryRun?: boolean }, command: Command) =>
      (await import('../commands/prune.ts')).prune(options, command),
    );
}

/** `k3d doctor` */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check whether this machine can run clusters')
    .option('-c, --config <file>', 'config file of the clusters to check for (default: one server)')
    .addOption(outputOption())
    .action(async (options: { config?: string; output: OutputFormat }) =>
      (await import('../commands/doctor.ts')).doctor(options),
    );
}

/** `k3d completion` */
export function completionCommand(): Command {
  return new Command('completion')
    .description('print a shell completion script')
    .argument('<shell>', 'bash, zsh, fish or powershell')
    .action(async (shell: string) => (await import('../commands/completion.ts')).completion(shell));
}

/** `k3d runtime-info`, which k3d does not list either. */
export function runtimeInfoCommand(): Command {
  return new Command('runtime-info')
    .description('print facts about the Docker engine')
    .action(async () => (await import('../commands/debug.ts')).runtimeInfo());
}

/** `k3d debug`, which k3d does not list either. */
export function debugCommand(): Command {
  const debug = new Command('debug').description('look into clusters');
  debug
    .command('loadbalancer')
    .alias('lb')
    .description('inspect load balancers')
    .command('get-config')
    .description('print the ports and targets of a load balancer')
    .argument('<cluster>', 'cluster')
    .action(async (cluster: string) => (await import('../commands/debug.ts')).balancerConfig(cluster));
  return debug;
}

/** What `cluster create` starts by itself, and nobody else. */
export function serveLocalImagesCommand(): Command {
  return new Command(SERVE_COMMAND)
    .description("show the engine's images to nodes, until no cluster is left that wants them")
    .argument('<folder>', 'where its socket is made')
    .action(async (folder: string) => (await import('../commands/serveLocalImages.ts')).serveLocalImages(folder));
}
