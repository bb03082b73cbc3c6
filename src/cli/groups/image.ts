import { Command, Option } from 'commander';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import { append, BooleanOption } from '../flags/options.ts';

/** `k3d image` */
export function imageCommand(): Command {
  const image = new Command('image').alias('images').description('bring images into clusters');
  image
    .command('import')
    .alias('load')
    .description('bring images of the engine, or archives, into all nodes of clusters')
    .argument(
      '<image...>',
      'names of images, files of archives (docker save or OCI), or - for an archive on standard input',
    )
    .option('-c, --cluster <name>', `cluster; may be repeated (default: ${DEFAULT_CLUSTER_NAME})`, append, [])
    .addOption(
      new Option('-m, --mode <mode>', "accepted for k3d's sake: there is one way here, without files and helpers")
        .choices(['auto', 'direct', 'tools-node', 'tools'])
        .default('auto'),
    )
    .addOption(new BooleanOption('-k, --keep-tarball', "accepted for k3d's sake: there is no tarball here"))
    .addOption(new BooleanOption('-t, --keep-tools', "accepted for k3d's sake: there is no helper container here"))
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
    .description(
      'keep the images that a running cluster is made from, and those of kube-system that its nodes have pulled',
    )
    .argument('[folder]', FOLDER)
    .option('-c, --cluster <name>', 'cluster', DEFAULT_CLUSTER_NAME)
    .action(async (folder: string | undefined, options: { cluster: string }, command: Command) =>
      (await import('../commands/imageCache.ts')).imageCacheSave(folder, options, command),
    );
  cache
    .command('restore')
    .description('give the engine, and running clusters, the images of a folder')
    .argument('[folder]', FOLDER)
    .option('-c, --cluster <name>', 'cluster whose nodes get the images too; may be repeated', append, [])
    .action(async (folder: string | undefined, options: { cluster: string[] }, command: Command) =>
      (await import('../commands/imageCache.ts')).imageCacheRestore(folder, options, command),
    );
  return cache;
}

const FOLDER = 'folder of the images (default: k3d/images in the folder for data of programs)';
