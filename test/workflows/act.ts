import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findLeftovers, removeLeftover } from '../../src/cluster/remove/index.ts';
import { connectEngine } from '../../src/docker/connect.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { image, objectsOf, oldImage, run, workload } from '../e2e/bed.ts';
import { killIfItHangs } from '../processes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A workflow that goes on for so long hangs, in milliseconds. It fails then, with what it has written. */
const HANGS_MS = 10 * 60_000;

export interface ActRun {
  /** Resolves when act has ended. */
  ended: Promise<{ status: number; output: string }>;
  /** What it has written so far. */
  output(): string;
  pid: number;
}

/** A git checkout with the committed action and one workflow, which act runs as a runner on this machine would. */
export class WorkflowStage {
  readonly engine: Engine;
  readonly folder = mkdtempSync(join(tmpdir(), 'k3d-act-'));
  /** Where act's cache server keeps entries; undefined: there is no cache service. */
  cacheFolder: string | undefined;
  /** Files of the job's repository, by name. */
  readonly files: Record<string, string> = {};
  /** Files that only the last commit changes, by name. */
  readonly changed: Record<string, string> = {};
  /** What is to be undone before it is checked that nothing is left. */
  readonly deferred: (() => Promise<void>)[] = [];

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** Starts a workflow: the name of a file in test/workflows, or a text. */
  async start(workflow: string, env: Record<string, string> = {}): Promise<ActRun> {
    await this.#checkout(
      workflow.includes('\n') ? workflow : readFileSync(join(root, 'test', 'workflows', workflow), 'utf8'),
    );
    const act = process.env.K3D_TEST_ACT;
    if (!act) throw new Error('K3D_TEST_ACT is not set: run these tests with script/test workflows');
    const home = join(this.folder, 'home');
    mkdirSync(join(home, '.kube'), { recursive: true });
    const vars = { K3S_IMAGE: image, K3S_OLD_IMAGE: oldImage, WORKLOAD: workload, ...env };
    const surroundings = { ...process.env, HOME: home, XDG_CACHE_HOME: join(home, '.cache'), CI: '' };
    const cache =
      this.cacheFolder === undefined
        ? ['--no-cache-server']
        : ['--cache-server-path', this.cacheFolder, '--cache-server-addr', '127.0.0.1'];
    const args = ['push', '-P', 'ubuntu-latest=-self-hosted', '--action-offline-mode', ...cache];
    for (const [name, value] of Object.entries(vars)) args.push('--env', `${name}=${value}`);
    const child = spawn(act, args, {
      cwd: join(this.folder, 'repo'),
      env: surroundings,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    killIfItHangs(child, HANGS_MS, () => {
      output += `\nkilled: the workflow hung for ${HANGS_MS / 60_000} minutes\n`;
    });
    const ended = new Promise<{ status: number; output: string }>((resolve) =>
      child.on('close', (status) => resolve({ status: status ?? -1, output })),
    );
    return { ended, output: () => output, pid: child.pid ?? -1 };
  }

  /** Runs the workflow to its end. */
  async run(workflow: string, env: Record<string, string> = {}): Promise<{ status: number; output: string }> {
    return (await this.start(workflow, env)).ended;
  }

  /** Only what is committed: the bundle under test is the one that users get. */
  async #checkout(workflow: string): Promise<void> {
    const repo = join(this.folder, 'repo');
    mkdirSync(join(repo, '.github', 'workflows'), { recursive: true });
    for (const name of ['action.yml', 'dist', 'package.json'])
      cpSync(join(root, name), join(repo, name), { recursive: true });
    writeFileSync(join(repo, '.github', 'workflows', 'test.yml'), workflow);
    const git = (...args: string[]) =>
      run('git', ['-C', repo, '-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args]);
    await git('init', '--quiet');
    for (const files of [this.files, this.changed]) {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(repo, name)), { recursive: true });
        writeFileSync(join(repo, name), text);
      }
      await git('add', '--all');
      const { status, stderr } = await git('commit', '--quiet', '--allow-empty', '--message', 'test');
      if (status !== 0) throw new Error(`git commit failed: ${stderr}`);
    }
  }

  /** The kubeconfig that the job's user already had, if the workflow left one. */
  get userKubeconfig(): string | undefined {
    const path = join(this.folder, 'home', '.kube', 'config');
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }
}

/** A stage for a workflow; afterwards the engine must hold what it held before. */
export async function workflowStage(t: TestContext): Promise<WorkflowStage> {
  const engine = await connectEngine();
  // What the jobs of a test run that was killed have left, the first workflow would remove: it is not there before.
  for (const leftover of await findLeftovers(engine)) await removeLeftover(engine, leftover);
  const before = await objectsOf(engine);
  const made = new WorkflowStage(engine);
  t.after(async () => {
    for (const undo of made.deferred.reverse()) await undo();
    const after = await objectsOf(engine);
    // Go's module and build caches are read-only files.
    await run('chmod', ['-R', 'u+w', made.folder]);
    rmSync(made.folder, { recursive: true, force: true });
    const left = after.filter((object) => !before.includes(object));
    const lost = before.filter((object) => !after.includes(object));
    if (left.length + lost.length > 0)
      throw new Error(`left behind: ${left.join(', ') || 'nothing'}; lost: ${lost.join(', ') || 'nothing'}`);
  });
  return made;
}
