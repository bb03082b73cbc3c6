import { Command } from 'commander';
import { BooleanOption } from '../flags/options.ts';

/** `k3d config` */
export function configCommand(): Command {
  const config = new Command('config').description('write and migrate config files');
  config
    .command('init')
    .alias('create')
    .description('write a config file to start from')
    .option('-o, --output <file>', 'file to write, or - for standard output', 'k3d-default.yaml')
    .addOption(new BooleanOption('-f, --force', 'replace an existing file'))
    .action(async (options: { output: string; force?: boolean }) =>
      (await import('../commands/config.ts')).configInit(options),
    );
  config
    .command('migrate')
    .alias('update')
    .description('migrate a config file to the current version; comments are kept')
    .argument('<input>', 'config file, or - for standard input')
    .argument('[output]', 'file to write, or - for standard output', '-')
    .action(async (input: string, output: string) =>
      (await import('../commands/config.ts')).configMigrate(input, output),
    );
  return config;
}
