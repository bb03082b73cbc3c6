import { Readable } from 'node:stream';
import { type ContainerDetails, type Engine, readAll } from '../../docker/engine.ts';
import { unpack } from '../../docker/readFiles.ts';
import { kubernetesName, LABEL } from '../../contract/labels.ts';
import { type Expectations, expectationsOf, type ToldNode } from '../../plan/expectations.ts';
import { checkSettings } from '../../plan/assumed.ts';
import { K3S_CONFIG_PATH, nodeSettings } from '../../plan/nodeSettings.ts';

/** What to expect of nodes, which need not run: their containers and the config files in these say it. @throws UserError for settings that can't be had */
export async function expectationsFor(engine: Engine, containers: readonly string[]): Promise<Expectations> {
  const told = await Promise.all(containers.map((name) => toldNode(engine, name)));
  const nodes = told.filter((node) => node !== undefined);
  for (const { container, settings } of nodes)
    checkSettings(settings, (flag) => `node ${container}, setting "${flag}"`);
  return expectationsOf(nodes);
}

async function toldNode(engine: Engine, name: string): Promise<ToldNode | undefined> {
  const details = await engine.containers.inspect(name);
  if (details === undefined) return undefined;
  const { command, env, labels } = details;
  return {
    container: details.name,
    role: labels[LABEL.role] === 'agent' ? 'agent' : 'server',
    usualName: kubernetesName(details),
    addresses: addressesOf(details),
    settings: nodeSettings({ command, env, files: await configFiles(engine, name) }),
  };
}

/** The addresses of a container, those that it will have when it runs among them. */
export function addressesOf({ addresses, fixedAddresses }: ContainerDetails): string[] {
  return [...new Set([...Object.values(addresses), ...Object.values(fixedAddresses)])].filter((one) => one !== '');
}

/** Where config files are: k3s's own place, and its drop-ins. */
const FOLDER = K3S_CONFIG_PATH.slice(0, K3S_CONFIG_PATH.lastIndexOf('/'));

async function configFiles(engine: Engine, container: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const archive = await engine.containers.getArchive(container, FOLDER);
  if (archive === undefined) return files;
  for await (const entry of unpack(archive)) {
    const path = entry.header.name.split('/').slice(1).join('/');
    // Not the kubeconfig or certificates beside them.
    if (entry.header.type !== 'file' || !/^config\.yaml(\.d\/[^/]+)?$/.test(path)) entry.resume();
    else files.set(`${FOLDER}/${path}`, (await readAll(Readable.from(entry))).toString('utf8'));
  }
  return files;
}
