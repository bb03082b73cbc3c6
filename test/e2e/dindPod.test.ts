import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import { docker, eventually, image, LEAN, needed, type Stage, stage } from './bed.ts';

const dind = needed('K3D_IMAGE_DIND');
const example = new URL('../../dind/examples/kubernetes/job.yaml', import.meta.url);

interface Job {
  metadata: { name: string };
  spec: { template: { spec: { containers: { image: string; imagePullPolicy?: string; env: { value: string }[] }[] } } };
}

/** The example, with the images that this machine has. */
function job(name: string): string {
  const value = parse(readFileSync(example, 'utf8')) as Job;
  const [container] = value.spec.template.spec.containers;
  assert.ok(container);
  value.metadata.name = name;
  Object.assign(container, { image: dind, imagePullPolicy: 'Never' });
  const [variable] = container.env;
  assert.ok(variable);
  variable.value += ` --image ${image}`;
  return stringify(value);
}

/** The API takes the other examples, whose images are not to be had here. */
async function checkExamples(s: Stage): Promise<void> {
  const read = (name: string) => readFileSync(new URL(`../../dind/examples/${name}`, import.meta.url), 'utf8');
  await s.kubectl('create', 'namespace', 'runners');
  const { template } = parse(read('arc/values.yaml')) as { template: { spec: Record<string, object[]> } };
  const { initContainers = [], containers = [], ...rest } = template.spec;
  // Init containers that go on running are younger than the release that this machine has: as ordinary ones they are known.
  const beside = initContainers.map((one) => ({ ...one, restartPolicy: undefined }));
  const spec = { ...rest, containers: [...containers, ...beside] };
  const runner = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'runner' }, spec };
  const files = { cache: read('arc/registry-cache.yaml'), jenkins: read('jenkins/pod.yaml'), arc: stringify(runner) };
  for (const [name, text] of Object.entries(files))
    await s.kubectl('apply', '--dry-run=server', '--filename', s.config(`${name}.yaml`, text));
}

test('pods of a cluster have clusters of their own, several at once, and leave nothing on the node', async (t) => {
  const s = await stage(t);
  await s.k3dOk(['cluster', 'create', 'hosting', '--image', image, '--no-lb', ...LEAN]);
  await s.k3dOk(['image', 'import', dind, '--cluster', 'hosting']);
  await checkExamples(s);
  const node = 'k3d-hosting-server-0';
  const mounts = async () => (await docker('exec', node, 'cat', '/proc/mounts')).split('\n').length;
  const volumes = async () => docker('exec', node, 'sh', '-c', 'ls /var/lib/kubelet/pods | wc -l');
  const before = { mounts: await mounts(), volumes: await volumes() };
  const names = ['first', 'second'];
  for (const name of names) await s.kubectl('apply', '--filename', s.config(`${name}.yaml`, job(name)));
  for (const name of names) {
    const ended = ['wait', '--for', 'condition=complete', `job/${name}`, '--timeout', '240s'];
    try {
      await s.kubectl(...ended);
    } catch (error) {
      throw new Error(`${String(error)}\n${await s.kubectl('logs', `job/${name}`)}`);
    }
    assert.match(await s.kubectl('logs', `job/${name}`), /web-\S+ +1\/1 +Running/);
  }
  // One that is deleted in the middle of it.
  await s.kubectl('apply', '--filename', s.config('third.yaml', job('third')));
  const third = ['pods', '--selector', 'job-name=third'];
  await eventually(async () => assert.match(await s.kubectl('get', ...third, '--output', 'name'), /third/) ?? true);
  try {
    // The kubelet may still be busy with what the first two have left, some GB on a slow disk.
    await s.kubectl('wait', ...third, '--for', 'condition=Ready', '--timeout', '120s');
    await eventually(async () => assert.match(await s.kubectl('logs', 'job/third'), /Bringing the cluster/) ?? true);
  } catch (error) {
    throw new Error(`${String(error)}\n${await s.kubectl('describe', 'pods')}`);
  }
  await s.kubectl('delete', 'jobs', '--all', '--wait', '--cascade=foreground');
  await s.kubectl('wait', '--for', 'delete', 'pods', '--all', '--timeout', '60s');
  // The kubelet takes its time to clean up.
  await eventually(async () => {
    assert.deepEqual({ mounts: await mounts(), volumes: await volumes() }, before);
    return true;
  });
});
