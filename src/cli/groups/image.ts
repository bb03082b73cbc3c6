import { Command, Option } from 'commander';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import { append, BooleanOption } from '../flags/options.ts';

/** `k3d image` */
export function imageCommand(): Command {
  const image = new Command('image').alias('images').description('import images into clusters');
  image
    .command('import')
    .alias('load')
    .description('import Docker images or archives into the nodes of clusters')
    .argument('<image...>', 'image names, archive files (docker save or OCI), or - for an archive on standard input')
    .option('-c, --cluster <name>', `cluster; repeatable (default: ${DEFAULT_CLUSTER_NAME})`, append, [])
    .addOption(
      new Option('-m, --mode <mode>', 'ignored, for k3d compatibility: there is only one mode')
        .choices(['auto', 'direct', 'tools-node', 'tools'])
        .default('auto'),
    )
    .addOption(new BooleanOption('-k, --keep-tarball', 'ignored, for k3d compatibility: there is no tarball'))
    .addOption(new BooleanOption('-t, --keep-tools', 'ignored, for k3d compatibility: there is no helper container'))
    .action(async (words: string[], options: { cluster: string[] }, command: Command) =>
      (await import('../commands/image.ts')).imageImport(words, options, command),
    );
  image.addCommand(cacheCommand());
  return image;
}

function cacheCommand(): Command {
  const cache = new Command('cache').description(
    "keep the images of a cluster's nodes and workloads, and bring them back",
  );
  cache
    .command('save')
    .description('save the images of a running cluster: its own and those of kube-system')
    .argument('[folder]', FOLDER)
    .option('-c, --cluster <name>', 'cluster', DEFAULT_CLUSTER_NAME)
    .action(async (folder: string | undefined, options: { cluster: string }, command: Command) =>
      (await import('../commands/imageCache.ts')).imageCacheSave(folder, options, command),
    );
  cache
    .command('restore')
    .description('load the images of a folder into the engine and running clusters')
    .argument('[folder]', FOLDER)
    .option('-c, --cluster <name>', 'also load them into the nodes of this cluster; repeatable', append, [])
    .action(async (folder: string | undefined, options: { cluster: string[] }, command: Command) =>
      (await import('../commands/imageCache.ts')).imageCacheRestore(folder, options, command),
    );
  return cache;
}

const FOLDER = 'folder of the images (default: k3d/images in the folder for data of programs)';
