import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docker, freePort, image, LEAN, LEAN_ARG, needed, run, stage, workload } from './bed.ts';

/** An image with our CLI and kubectl, as a job's container could be. */
const tools = needed('K3D_IMAGE_DIND');
const create = (name: string) => ['k3d', 'cluster', 'create', name, '--image', image, '--no-lb', ...LEAN].join(' ');

test('in a job’s container with the engine’s socket, a cluster and its ports are reached', async (t) => {
  const s = await stage(t);
  s.owns('mounted', 'joined', 'applied');
  const network = 'k3d-e2e-job';
  await docker('network', 'create', network);
  s.defer(async () => void (await run('docker', ['network', 'rm', network])));
  // What the engine has built is had by nodes that reach this container: those on its network.
  await docker('tag', workload, 'k3d-e2e/job:1');
  s.defer(async () => void (await run('docker', ['rmi', 'k3d-e2e/job:1'])));
  // What apply compares with is what create has published, on the gateway.
  const config = {
    apiVersion: 'k3d.io/v1alpha5',
    kind: 'Simple',
    metadata: { name: 'applied' },
    image,
    ports: [{ port: `${await freePort()}:30080`, nodeFilters: ['server:0:direct'] }],
    options: {
      k3d: { disableLoadbalancer: true },
      k3s: { extraArgs: [{ arg: LEAN_ARG, nodeFilters: ['server:*'] }] },
    },
  };
  const apply = 'k3d cluster apply --config /tmp/applied.yaml';
  const script = [
    `echo '${JSON.stringify(config)}' >/tmp/applied.yaml && ${apply} && ${apply} && k3d cluster delete applied`,
    `${create('mounted')} --registry-create mounted-registry --local-images 2>&1`,
    'kubectl get nodes && kubectl config view && k3d registry list && k3d cluster delete mounted',
    `${create('joined')} --network ${network} --local-images`,
    'kubectl run local --image k3d-e2e/job:1 --image-pull-policy Always -- sleep 600',
    'kubectl wait --for condition=Ready pod/local --timeout 60s && k3d cluster show joined',
  ].join(' && ');
  const socket = '/var/run/docker.sock:/var/run/docker.sock';
  const options = ['run', '--rm', '--network', network, '--volume', socket, '--entrypoint', 'sh'];
  const output = await docker(...options, tools, '-c', script);
  assert.match(output, /^cluster applied is as the config has it$/m);
  assert.match(output, /k3d-mounted-server-0 +Ready/);
  assert.match(output, /Local images are off: nodes on network k3d-mounted have no way to this process; import images/);
  assert.match(output, /^Local images \(built\) at .*: 1 pulled, /m);
  const gateway = await docker('network', 'inspect', '--format', '{{(index .IPAM.Config 0).Gateway}}', network);
  assert.match(output, new RegExp(`server: https://${gateway}:\\d+\\n`));
});

test('with an engine in a service (GitLab’s docker:dind), a cluster is reached under the service’s name', async (t) => {
  const s = await stage(t);
  const network = 'k3d-e2e-service';
  await docker('network', 'create', network);
  const volume = 'k3d-e2e-certs';
  s.defer(async () => {
    await run('docker', ['rm', '--force', '--volumes', 'k3d-e2e-service']);
    await run('docker', ['network', 'rm', network]);
    await run('docker', ['volume', 'rm', volume]);
  });
  const certs = ['--volume', `${volume}:/certs`];
  const service = ['--detach', '--privileged', '--network', network, '--network-alias', 'docker'];
  await docker('run', '--name', 'k3d-e2e-service', ...service, ...certs, '--env', 'DOCKER_TLS_CERTDIR=/certs', tools);
  const variables = ['DOCKER_HOST=tcp://docker:2376', 'DOCKER_TLS_VERIFY=1', 'DOCKER_CERT_PATH=/certs/client'];
  const env = variables.flatMap((variable) => ['--env', variable]);
  const wait = 'until docker version >/dev/null 2>&1 && docker image inspect "$1" >/dev/null 2>&1; do sleep 0.3; done';
  const script = `${wait}; ${create('served')} --local-images 2>&1 && kubectl get nodes && kubectl config view`;
  const job = ['run', '--rm', '--network', network, ...certs, ...env, '--entrypoint', 'sh'];
  const output = await docker(...job, tools, '-c', script, 'sh', image);
  assert.match(output, /k3d-served-server-0 +Ready/);
  assert.match(output, /Local images are off: the engine is elsewhere \(tcp:\/\/docker:2376\)/);
  assert.match(output, /server: https:\/\/docker:\d+\n/);
});
