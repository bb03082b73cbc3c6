import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { image, imageWithComponents, k3sVersionOf, oldImage, workload } from '../e2e/bed.ts';
import { MAJOR, REPOSITORY } from '../../src/config/project.ts';
import { run } from '../run.ts';
import { workflowStage } from './act.ts';
import { channelServer } from './channels.ts';
import { DOCS, yamlExamples } from './examples.ts';
import { toolMirror } from './toolMirror.ts';

/** What each workflow of the docs must show besides ending well. */
const SHOWS: Record<string, RegExp> = {
  'test on Kubernetes':
    /Nodes pulled .*docker\.io\/library\/web:dev.* \([\d.]+ MB in [\d.]+ m?s\)[^]*Removed 2 containers, 1 networks, 1 volumes/,
  'getting started': /\| hello$[^]*Removed 1 containers, 1 networks, 1 volumes/m,
  'reach an app through an Ingress': /Waiting for traefik[^]*\| hello$[^]*Removed 1 containers/m,
  'test on two servers': /Removed 2 containers, 1 networks, 1 volumes/,
  'an authority of our own': /\| same$/m,
  'a volume and a load balancer': /notes +Bound[^]*\| kept\n/,
  'two clusters from a list':
    /pod\/tool condition met[^]*pod\/tool condition met[^]*Removed 2 containers, 0 networks, 1 volumes[^]*Removed 2 containers, 1 networks, 1 volumes/,
  'two clusters from one config': /"name":"east".*"name":"west"/,
  'a prepared cluster': /Cache of snapshot: saved \d+ MB/,
  'wait for what is deployed': /Waiting for deployment\/web -n shop, serviceaccount\/default -n shop/,
  'test on several versions': /Server Version.*v1\.23[^]*Server Version.*v1\.22/,
  'two servers on PostgreSQL': /k3d-k3s-default-server-1 +Ready[^]*Removed 4 containers, 1 networks, 1 volumes/,
  'tools for a cluster': /helm v3\.\d+\.\d+ (was|is)[^]*Server Version.*v1\.23/,
  'components and manifests': /Waiting for deployment\/web -n shop[^]*1 of 1/,
  'over an upgrade': /k3d-k3s-default-agent-0 +Ready[^\n]*v1\.23[^]*Removed 2 containers/,
  'two suites, one cluster': /^.*\| settings +1 /m,
  'without internet access':
    /kube-system +traefik-\S+ +1\/1 +Running[^]*Nodes pulled [^\n]*klipper-helm[^]*Removed 1 containers/,
  'a network of our own': /k3d-k3s-default-server-0 +Ready/,
  'test a Helm chart': /STATUS: deployed[^]*Phase: +Succeeded[^]*hello[^]*Removed 1 containers/,
  'test the charts that changed': /^(?![^]*NAME: other)[^]*NAME: shop\n[^]*STATUS: deployed/,
  'test an operator':
    /Waiting for [^\n]*deployment\/controller -n widgets[^]*widget\.example\.com\/small created[^]*\| 1$/m,
  'keep the logs of a failed job': /\| k3s-default$[^]*Removed 1 containers/m,
  'a registry with the cluster': /Removed 2 containers, 1 networks, 1 volumes/,
};

/** An action that takes what actions/upload-artifact takes, and shows what it was given. */
const UPLOAD = `name: upload
inputs: { name: { required: true }, path: { required: true } }
runs:
  using: composite
  steps: [{ shell: bash, run: 'ls "\${{ inputs.path }}"' }]
`;

/** Folders of examples that the repository of a workflow's job would have, and where. */
const JOB_FILES: Record<string, [from: string, to: string][]> = {
  'test a Helm chart': [['examples/chart', 'chart']],
  'test the charts that changed': [
    ['examples/chart', 'charts/shop'],
    ['examples/chart', 'charts/other'],
  ],
  'test an operator': [['examples/operator', '.']],
};

/** The files of a folder, with their texts, by paths in another one. */
function filesIn(from: string, to: string): Record<string, string> {
  const found = readdirSync(from, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = found.map(({ parentPath, name }) => relative(from, join(parentPath, name)));
  return Object.fromEntries(paths.map((path) => [join(to, path), readFileSync(join(from, path), 'utf8')]));
}

const minorOf = (reference: string): string => k3sVersionOf(reference).split('.').slice(0, 2).join('.');

const examples = DOCS.flatMap(yamlExamples)
  // A config file of several documents is none; a workflow is one.
  .filter((example) => /^on: /m.test(example))
  .map((text) => ({ text, name: (parse(text) as { name: string }).name }));

test('the docs have the workflows that are run below', () => {
  assert.deepEqual(examples.map(({ name }) => name).sort(), Object.keys(SHOWS).sort());
});

for (const { name, text } of examples) {
  test(`the workflow "${name}" of the docs runs as it stands there`, async (t) => {
    const stage = await workflowStage(t);
    if (/snapshot: true/.test(text)) stage.cacheFolder = join(stage.folder, 'cache');
    // Only where the action comes from and which image of k3s this machine has are changed.
    const env = { K3D_IMAGE: image, K3D_CHANNELS_URL: await channelServer(t) };
    // A node image that has what a pull would bring.
    if (/^ *wait: (all|.*traefik)$/m.test(text) && !/^ *local-images: all$/m.test(text))
      Object.assign(env, { K3D_IMAGE: imageWithComponents });
    if (/^ *tools: /m.test(text)) Object.assign(env, { K3D_TOOLS_MIRROR: (await toolMirror(t)).url });
    // The manifest that the guide has beside it, as a file of the job's repository.
    const bridge = join(stage.folder, 'bridge-cni.yaml');
    writeFileSync(bridge, yamlExamples('docs/components.md').find((one) => /^kind: DaemonSet$/m.test(one)) ?? '');
    // Releases that this machine has.
    const upgrades: Record<string, string> = { 'v1.33': minorOf(oldImage), 'v1.34': minorOf(image) };
    const steps = text
      .replaceAll(`${REPOSITORY}@${MAJOR}`, './')
      // Jobs of a matrix, which GitHub gives a machine each, share this one; act has no pull requests here.
      .replace(/^( *)fail-fast: false$/m, '$&\n$1max-parallel: 1')
      .replace('on: pull_request', 'on: push')
      .replace('--filename bridge-cni.yaml', `--filename ${bridge}`)
      // What a job does when it fails is looked at in one that does not; its files can't be uploaded from here.
      .replaceAll('if: failure()', 'if: always()')
      .replace('actions/upload-artifact@v4', './upload')
      .replace(/(from|to): (v[\d.]+)/g, (_, end: string, version: string) => `${end}: ${upgrades[version]}`);
    // What the job's repository would have.
    stage.files.Dockerfile = `FROM ${workload}\nRUN mkdir /www && echo hello >/www/index.html\nCMD ["httpd", "-f", "-h", "/www"]\n`;
    stage.files['upload/action.yml'] = UPLOAD;
    for (const [from, to] of JOB_FILES[name] ?? []) Object.assign(stage.files, filesIn(from, to));
    if ('charts/shop/values.yaml' in stage.files)
      stage.changed['charts/shop/values.yaml'] = 'image: web:dev\nreplicas: 2\n';
    // An image that one workflow has built must not be what another one gets by.
    const built = [...text.matchAll(/docker build .*?--tag (\S+)/g)].map(([, tag = '']) => tag);
    if (built.length > 0) t.after(() => run('docker', ['image', 'rm', '--force', ...built]));
    const { status, output } = await stage.run(steps, env);
    assert.equal(status, 0, output);
    assert.ok(SHOWS[name]?.test(output), `${SHOWS[name]} is not in:\n${output}`);
  });
}
