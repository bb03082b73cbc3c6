import { Command, Option } from 'commander';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import { append, BooleanOption } from '../options.ts';

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
  return image;
}
