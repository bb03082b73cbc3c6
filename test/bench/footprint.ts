import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** What the runner gives to a step, as far as the action looks at it. */
function stepEnv(folder: string, inputs: Record<string, string>): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder };
  for (const name of ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'])
    delete env[name];
  for (const [name, value] of Object.entries(inputs)) env[`INPUT_${name.toUpperCase()}`] = value;
  return env;
}

/** Milliseconds from the start of the action's process to its first call of the engine. */
export async function actionOverhead(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-bench-'));
  const socket = join(folder, 'engine.sock');
  try {
    const called = Promise.withResolvers<number>();
    const server = createServer((connection) => {
      called.resolve(performance.now());
      connection.destroy();
    }).listen(socket);
    const started = performance.now();
    const env = { ...stepEnv(folder, {}), DOCKER_HOST: `unix://${socket}` };
    const child = spawn(process.execPath, [join(dist, 'main.js')], { env, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const first = await called.promise;
    await ended;
    server.close();
    return first - started;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds that the command takes to say its help. */
export async function cliStart(): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(dist, 'cli.js'), '--help'], { stdio: 'ignore' });
  await new Promise((resolve) => child.on('exit', resolve));
  return performance.now() - started;
}

/** Highest resident memory, in bytes, of the action's process while it creates a cluster; post then removes that. */
export async function actionMemory(image: string, args: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-bench-'));
  const report = `data:text/javascript,process.on('exit',()=>process.stderr.write('RSS '+process.resourceUsage().maxRSS))`;
  const step = (file: string, env: NodeJS.ProcessEnv): Promise<{ stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', report, join(dist, file)], { env });
      const out = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk) => (out.stdout += String(chunk)));
      child.stderr.on('data', (chunk) => (out.stderr += String(chunk)));
      child.on('close', () => resolve(out));
    });
  try {
    const env = stepEnv(folder, { name: 'footprint', image, 'k3s-args': args });
    const { stdout, stderr } = await step('main.js', env);
    const state = /::save-state name=k3d::(.*)/.exec(stdout)?.[1] ?? '';
    await step('post.js', { ...env, STATE_k3d: state });
    const kilobytes = Number(/RSS (\d+)/.exec(stderr)?.[1]);
    if (!stdout.includes('is ready after')) throw new Error(`the action failed:\n${stdout}`);
    return kilobytes * 1024;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Bytes of the action's bundles, main and post. */
export function bundleSize(): number {
  return readdirSync(dist)
    .filter((name) => name === 'main.js' || name === 'post.js')
    .reduce((sum, name) => sum + statSync(join(dist, name)).size, 0);
}
