import { Command } from 'commander';
import { DEFAULT_K3S_VERSION, k3sTag } from '../config/defaults.ts';
import { DEFAULT_DIND_NAME } from '../plan/dind.ts';
import { clusterCommand } from './groups/cluster.ts';
import { configCommand } from './groups/config.ts';
import {
  completionCommand,
  debugCommand,
  doctorCommand,
  pruneCommand,
  runtimeInfoCommand,
  serveLocalImagesCommand,
  versionCommand,
} from './groups/general.ts';
import { imageCommand } from './groups/image.ts';
import { kubeconfigCommand } from './groups/kubeconfig.ts';
import { nodeCommand } from './groups/node.ts';
import { registryCommand } from './groups/registry.ts';
import { snapshotCommand } from './groups/snapshot.ts';
import { addExamples } from './examples.ts';
import { BooleanOption } from './flags/options.ts';
import { configureHelp } from './help.ts';
import { K3D_CONTRACT_VERSION } from '../contract/labels.ts';
import { VERSION } from './version.ts';

/*
 * The commands and their flags. What they do is loaded when one is run, so that --help is instant.
 */

/** The whole `k3d` command. */
export function buildProgram(): Command {
  const program = new Command('k3d')
    .description('Runs k3s clusters in Docker. Commands, flags and config files are those of k3d v5.')
    .version(
      `k3d version ${K3D_CONTRACT_VERSION}\nk3s version ${k3sTag(DEFAULT_K3S_VERSION)} (default)\nk3d-action ${VERSION}`,
      '--version',
      'print the versions',
    )
    .addOption(new BooleanOption('--verbose', 'print details of what is done'))
    .addOption(new BooleanOption('--trace', 'like --verbose, with stack traces'))
    .addOption(new BooleanOption('--timestamps', 'prefix progress lines with time and level'))
    .addOption(new BooleanOption('--quiet', 'print no progress, only warnings and errors'))
    .addOption(
      new BooleanOption(
        '--dind',
        'use a Docker engine in a container; create starts it',
        undefined,
        '<name>',
      ).argParser((text) => text),
    )
    .hook('preAction', (program) => chooseEngine(program.opts<{ dind?: string }>().dind))
    .showSuggestionAfterError(true)
    .addHelpText('after', '\nA program k3d-NAME on the PATH is run as "k3d NAME".');
  const groups = [
    ...[clusterCommand, nodeCommand, registryCommand, imageCommand, snapshotCommand],
    ...[kubeconfigCommand, configCommand],
  ];
  for (const group of groups) program.addCommand(group());
  program
    .addCommand(pruneCommand())
    .addCommand(doctorCommand())
    .addCommand(versionCommand())
    .addCommand(completionCommand())
    .addCommand(runtimeInfoCommand(), { hidden: true })
    .addCommand(debugCommand(), { hidden: true })
    .addCommand(serveLocalImagesCommand(), { hidden: true });
  configureHelp(program);
  addExamples(program);
  return program;
}

/** Whoever connects to an engine asks the environment which one is meant. */
function chooseEngine(dind: string | undefined): void {
  if (dind !== undefined && dind !== 'false') process.env.K3D_DIND = dind === 'true' ? DEFAULT_DIND_NAME : dind;
}
