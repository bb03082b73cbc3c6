import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { connectEngine } from '../../src/docker/connect.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { type Ran, run } from '../run.ts';

export { docker, run } from '../run.ts';
export { eventually, freePort } from '../wait.ts';

const cliPath = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** A variable that script/test sets from the test bed. */
export function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with script/test e2e`);
  return value;
}

/** Images of real k3s: the one that most tests use, and an older one. */
export const image = needed('K3D_TEST_IMAGE');
export const oldImage = needed('K3D_TEST_IMAGE_OLD');
/** One that has the images of k3s's own parts too, as far as this machine can make or pull them. */
export const imageWithComponents = needed('K3D_TEST_IMAGE_COMPONENTS');
/** Our CLI takes the load balancer's image from here. */
needed('K3D_IMAGE_LOADBALANCER');
/** A small image for pods: preloaded in the local builds of k3s, pulled elsewhere. */
export const workload = needed('K3D_TEST_WORKLOAD');

/** The release of k3s in an image's tag: `v1.23.1+k3s1`. */
export function k3sVersionOf(reference: string): string {
  const match = /:(v[\d.]+)-(k3s\d+)$/.exec(reference);
  if (match === null) throw new Error(`${reference} has no release of k3s as its tag`);
  return `${match[1]}+${match[2]}`;
}

/** Flags for what needs no images that a machine without a registry lacks. */
export const LEAN_ARG = '--disable=traefik,metrics-server,servicelb,local-storage';
export const LEAN = ['--k3s-arg', `${LEAN_ARG}@server:*`];
/** What a release needs on this machine in every cluster, e.g. `--kubelet-arg=fail-cgroupv1=false`. */
const everywhere = (process.env.K3D_TEST_K3S_ARGS ?? '')
  .split(' ')
  .filter(Boolean)
  .flatMap((arg) => ['--k3s-arg', `${arg}@all`]);

/** All containers, networks and volumes of the engine, whoever they belong to. */
export async function objectsOf(engine: Engine): Promise<string[]> {
  const [containers, networks, volumes] = await Promise.all([
    engine.containers.list([]),
    engine.networks.list([]),
    engine.volumes.list([]),
  ]);
  return [
    ...containers.map(({ name }) => `container ${name}`),
    ...networks.map(({ name }) => `network ${name}`),
    ...volumes.map(({ name }) => `volume ${name}`),
  ].sort();
}

/** A folder, a kubeconfig and an engine for one test. Afterwards the engine must hold what it held before. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'k3d-e2e-'));
  readonly kubeconfig = join(this.folder, 'kubeconfig');
  readonly engine: Engine;
  readonly #clusters = new Set<string>();
  readonly #deferred: (() => Promise<void>)[] = [];

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** Our CLI, from source. */
  k3d(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
    const isCreation = args[0] === 'cluster' && args[1] === 'create';
    if (isCreation && args[2] !== undefined) this.#clusters.add(args[2]);
    const all = isCreation ? [...args, ...everywhere] : args;
    return run(process.execPath, [cliPath, ...all], { KUBECONFIG: this.kubeconfig, ...env });
  }

  /** Our CLI; a failure fails the test. */
  async k3dOk(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
    const ran = await this.k3d(args, env);
    if (ran.status !== 0)
      throw new Error(`k3d ${args.join(' ')} ended with ${ran.status}:\n${ran.stderr}${ran.stdout}`);
    return ran.stdout;
  }

  /** kubectl with the test's kubeconfig; a failure fails the test. */
  async kubectl(...args: string[]): Promise<string> {
    const ran = await run('kubectl', args, { KUBECONFIG: this.kubeconfig });
    if (ran.status !== 0)
      throw new Error(`kubectl ${args.join(' ')} ended with ${ran.status}:\n${ran.stderr}${ran.stdout}`);
    return ran.stdout.trim();
  }

  /** A config file in the test's folder. @returns its path */
  config(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  /** A cluster that is deleted when the test is over, if it is still there. */
  owns(...clusters: string[]): void {
    for (const cluster of clusters) this.#clusters.add(cluster);
  }

  /** Something to undo before it is checked that nothing is left. */
  defer(undo: () => Promise<void>): void {
    this.#deferred.push(undo);
  }

  async close(): Promise<void> {
    for (const name of this.#clusters) await this.k3d(['cluster', 'delete', name]);
    for (const undo of this.#deferred.reverse()) await undo();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The stage for a test; when the test is over, all that it made must be gone and all else must still be there. */
export async function stage(t: TestContext): Promise<Stage> {
  const engine = await connectEngine();
  const before = await objectsOf(engine);
  const made = new Stage(engine);
  t.after(async () => {
    await made.close();
    const after = await objectsOf(engine);
    const left = after.filter((object) => !before.includes(object));
    const lost = before.filter((object) => !after.includes(object));
    if (left.length + lost.length > 0)
      throw new Error(`left behind: ${left.join(', ') || 'nothing'}; lost: ${lost.join(', ') || 'nothing'}`);
  });
  return made;
}
