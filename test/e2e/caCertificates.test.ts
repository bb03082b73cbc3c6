import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docker, eventually, freePort, image, LEAN, run, stage } from './bed.ts';
import { privateRegistry, push } from './privateRegistry.ts';

test('nodes, later ones too, and pull-through caches trust authorities that they are told of', async (t) => {
  const s = await stage(t);
  const network = 'e2e-authority';
  await docker('network', 'create', network);
  s.defer(async () => void (await docker('network', 'rm', network)));
  const registry = 'e2e-authority.test';
  const { port, caFile } = await privateRegistry(s, registry, network, { login: false });
  await push(s, `localhost:${port}/team/plain:1`);
  const flags = ['--network', network, '--image', image, ...LEAN, '--wait=nodes'];
  const pull = (node: string) => run('docker', ['exec', node, 'crictl', 'pull', `${registry}:5000/team/plain:1`]);

  await s.k3dOk(['cluster', 'create', 'trusting', '--agents', '1', '--ca-certificates', caFile, ...flags]);
  await s.k3dOk(['node', 'create', 'later', '--cluster', 'trusting']);
  for (const node of ['k3d-trusting-server-0', 'k3d-trusting-agent-0', 'k3d-later-0']) {
    const { status, stderr } = await pull(node);
    assert.equal(status, 0, `${node}: ${stderr}`);
  }
  await s.k3dOk(['cluster', 'create', 'wary', ...flags]);
  const refused = await pull('k3d-wary-server-0');
  assert.match(refused.stderr, /x509: certificate signed by unknown authority/);

  const cachePort = String(await freePort());
  s.defer(async () => void (await s.k3dOk(['registry', 'delete', 'authority-cache'])));
  const upstream = ['--proxy-remote-url', `https://${registry}:5000`, '--default-network', network];
  const create = ['registry', 'create', 'authority-cache', '--port', cachePort, '--no-help', ...upstream];
  await s.k3dOk(create, { NODE_EXTRA_CA_CERTS: caFile });
  await eventually(async (signal) => {
    const answer = await fetch(`http://127.0.0.1:${cachePort}/v2/team/plain/manifests/1`, { signal });
    assert.equal(answer.status, 200, await answer.text());
    return true;
  });
});
