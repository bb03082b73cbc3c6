import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { DIND_IMAGE } from '../../src/config/defaults.ts';
import { docker, image, LEAN, needed, run, stage } from './bed.ts';

const dind = needed('K3D_IMAGE_DIND');
const inner = ['--image', image, '--no-lb', ...LEAN].join(' ');

/** An example for another CI system, as that reads it. */
const example = <T>(file: string): T => parse(readFileSync(`dind/examples/${file}`, 'utf8')) as T;

interface Azure {
  steps: { script: string }[];
}
interface Circle {
  jobs: { test: { steps: (string | { run: string | { command: string } })[] } };
}
interface Buildkite {
  steps: { command: string[] }[];
}
interface Woodpecker {
  steps: [{ entrypoint: [string, ...string[]]; commands: string[] }];
}

test('the commands of the examples for machines with Docker bring a cluster, use it and remove it', async (t) => {
  const s = await stage(t);
  const azure = example<Azure>('azure/azure-pipelines.yml').steps.map(({ script }) => script);
  const circle = example<Circle>('circleci/config.yml').jobs.test.steps.flatMap((step) => {
    if (typeof step === 'string') return [];
    return [typeof step.run === 'string' ? step.run : step.run.command];
  });
  const buildkite = example<Buildkite>('buildkite/pipeline.yml').steps.flatMap(({ command }) => command);
  // What runs is the same in all three; only how it is removed in any case is not.
  const [start = '', ...others] = azure;
  const removal = others.pop();
  assert.deepEqual(circle, azure);
  assert.deepEqual(buildkite, [start, `trap '${removal}' EXIT`, ...others]);
  s.defer(async () => void (await run('docker', ['rm', '--force', '--volumes', 'k3d-e2e-ci'])));
  const here = buildkite.map((line) =>
    line
      .replaceAll(/(?<=--name |exec |--volumes )k3d\b/g, 'k3d-e2e-ci')
      .replace('K3D_ARGS=ci', `K3D_ARGS='ci ${inner}'`)
      .replace(DIND_IMAGE, dind),
  );
  const ran = await run('bash', ['-e', '-c', here.join('\n')]);
  assert.match(ran.stdout, /k3d-ci-server-0 +Ready/, ran.stderr);
  assert.equal(ran.status, 0, ran.stderr);
  assert.notEqual((await run('docker', ['inspect', 'k3d-e2e-ci'])).status, 0);
});

test('Woodpecker’s commands run in a step of the image', async (t) => {
  const s = await stage(t);
  s.defer(async () => void (await run('docker', ['rm', '--force', '--volumes', 'k3d-e2e-step'])));
  const [{ entrypoint, commands }] = example<Woodpecker>('woodpecker/.woodpecker.yaml').steps;
  const [program, ...words] = entrypoint;
  const script = Buffer.from(commands.join('\n')).toString('base64');
  const env = ['--env', `CI_SCRIPT=${script}`, '--env', `K3D_ARGS=ci ${inner}`];
  const step = ['run', '--name', 'k3d-e2e-step', '--privileged', ...env, '--entrypoint', program];
  assert.match(await docker(...step, dind, ...words), /k3d-ci-server-0 +Ready/);
});
