import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { connectEngine } from '../../src/docker/connect.ts';
import { image, LEAN, objectsOf, run } from './bed.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What the example is run with: the release of vitest that its package.json asks for at least. */
const { devDependencies } = JSON.parse(readFileSync(join(root, 'examples/vitest/package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
const VITEST = `vitest@${devDependencies.vitest?.replace('^', '')}`;

/** A registry that does not answer is given up within seconds: npm asks it for each of many packages. */
const NPM = {
  npm_config_cache: join(tmpdir(), 'k3d-npm'),
  npm_config_fetch_retry_mintimeout: '1000',
  npm_config_fetch_retry_maxtimeout: '5000',
};

async function ok(program: string, args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}) {
  const ran = await run(program, args, { ...env, ...NPM }, folder);
  assert.equal(ran.status, 0, `${program} ${args.join(' ')}:\n${ran.stderr}${ran.stdout}`);
  return ran.stdout;
}

test('the package has the command, types, and clusters for tests, and needs no other package', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-package-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const snapshots = join(folder, 'snapshots');
  const engine = await connectEngine();
  const before = await objectsOf(engine);
  cpSync(join(root, 'examples/vitest'), folder, { recursive: true });
  const archive = (await ok(join(root, 'script/package'), [], root, { K3D_PACKAGE_FOLDER: folder })).trim();
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--silent'];
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  await ok('npm', ['install', ...quiet, archive, VITEST], folder);
  const installed = JSON.parse(readFileSync(join(folder, 'node_modules/k3d-action/package.json'), 'utf8')) as object;
  assert.ok(!('dependencies' in installed));

  for (const name of ['k3d', 'k3d-action'])
    assert.match(await ok('npx', ['--no-install', name, 'version'], folder), /^k3d-action \d+\.\d+\.\d+$/m);

  await t.test('its types fit the example', async () => {
    const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')];
    const flags = ['--noEmit', '--strict', '--target', 'es2024', '--module', 'nodenext', '--skipLibCheck', ...types];
    await ok(
      join(root, 'node_modules/.bin/tsc'),
      [...flags, 'cluster.ts', 'nodes.test.ts', 'reset.test.ts', 'vitest.config.ts'],
      folder,
    );
  });

  await t.test('the example passes, and leaves nothing', async () => {
    const said = await ok('npx', ['--no-install', 'vitest', 'run'], folder, {
      ...{ K3D_IMAGE: image, K3D_SNAPSHOTS: snapshots, NO_COLOR: '1' },
    });
    assert.match(said, /Tests +4 passed/);
    assert.deepEqual(await objectsOf(engine), before);
    assert.deepEqual(readdirSync(snapshots), []);
  });

  await t.test('tests of other runners go back to what was, too', async () => {
    const env = { K3D_IMAGE: image, K3D_SNAPSHOTS: snapshots };
    cpSync(join(root, 'examples/node'), folder, { recursive: true });
    // A runner inside of a runner would report to the outer one.
    const alone = ['-u', 'NODE_TEST_CONTEXT', process.execPath];
    const said = await ok('env', [...alone, '--test', 'reset.test.mjs'], folder, env);
    assert.match(said, /pass 2/);
    assert.deepEqual(readdirSync(snapshots), []);

    cpSync(join(root, 'examples/pytest'), folder, { recursive: true });
    const python = (await ok(join(root, 'test/bed/linters'), [], root)).trim();
    const kubeconfig = join(folder, 'kubeconfig');
    const PATH = `${join(folder, 'node_modules/.bin')}:${python}:${process.env.PATH}`;
    const shell = { ...env, PATH, KUBECONFIG: kubeconfig };
    await ok('k3d', ['cluster', 'create', '--no-lb', ...LEAN], folder, shell);
    try {
      await ok('kubectl', ['create', 'configmap', 'settings', '--from-literal=mode=test'], folder, shell);
      await ok('k3d', ['snapshot', 'save', 'k3s-default'], folder, shell);
      assert.match(await ok('pytest', ['-p', 'no:cacheprovider'], folder, shell), /2 passed/);
      const go = { ...shell, PATH: `${PATH}:/usr/local/go/bin` };
      const ran = await ok('go', ['test', '-count=1', '-v', './...'], join(root, 'examples/go'), go);
      assert.equal(ran.match(/^--- PASS: /gm)?.length, 2, ran);
    } finally {
      await ok('k3d', ['cluster', 'delete'], folder, shell);
    }
    assert.deepEqual(await objectsOf(engine), before);
    // A snapshot of the user's own stays.
    assert.deepEqual(readdirSync(snapshots), ['k3s-default']);
  });

  await t.test('clusters are found, stopped, started and deleted, and errors are sentences', async () => {
    writeFileSync(join(folder, 'own.mjs'), OWN);
    const said = await ok(process.execPath, ['own.mjs'], folder, {
      K3D_IMAGE: image,
      K3D_SNAPSHOTS: join(folder, 'none'),
    });
    assert.match(said, /^AGENTS K3dError: option "agents": expected a whole number/m);
    assert.match(said, /^ABORTED enough$/m);
    assert.match(said, /^MADE api-[0-9a-f]{8} localhost:\d+ api-[0-9a-f]{8}$/m);
    assert.match(said, /^UNKEPT K3dError: cluster "api-[0-9a-f]{8}" can't be reset: "save" has kept nothing of it$/m);
    assert.match(said, /^GONE K3dError: cluster "api-[0-9a-f]{8}" does not exist; there are none$/m);
    assert.deepEqual(await objectsOf(engine), before);
  });
});

/** What a program does with the package, beside the example. */
const OWN = `
import { createCluster, getCluster, K3dError, listClusters } from 'k3d-action';
const said = (error) => (error instanceof K3dError ? 'K3dError: ' : '') + error.message;
const k3sArgs = ['--disable=traefik,servicelb,metrics-server,local-storage'];
await createCluster({ agents: 'many' }).catch((error) => console.log('AGENTS', said(error)));
const stop = AbortSignal.timeout(1500);
await createCluster({ k3sArgs, signal: AbortSignal.any([stop]) }).catch(() => console.log('ABORTED', 'enough'));
let name;
{
  await using cluster = await createCluster({ k3sArgs, registry: true, wait: 'nodes' });
  name = cluster.name;
  console.log('MADE', name, cluster.registry, ...(await listClusters()));
  const same = await getCluster(name);
  if (same.kubeconfig !== cluster.kubeconfig) throw new Error('another kubeconfig');
  await same.reset().catch((error) => console.log('UNKEPT', said(error)));
  await same.stop();
  await same.start();
}
await getCluster(name).catch((error) => console.log('GONE', said(error)));
`;
