import assert from 'node:assert/strict';
import { test } from 'node:test';
import { k3sVersionOf, oldImage } from '../e2e/bed.ts';
import { workflowStage } from './act.ts';
import { toolMirror } from './toolMirror.ts';

const [old = ''] = k3sVersionOf(oldImage).split('+');
const minor = old.split('.').slice(0, 2).join('.');

/** A job that has tools installed and says which it got. */
const job = (name: string, needs: string): string => `
  ${name}:
    ${needs}
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ./
        env:
          K3D_TOOLS_MIRROR: \${{ env.${name.toUpperCase()} }}
        with:
          stage: install
          tools: kubectl@${minor}, helm
      - run: |
          echo "${name}: $(kubectl version --client --short) at $(command -v kubectl)"
          echo "${name}: $(helm version --short)"
`;

const workflow = `
name: tools
on: push
jobs:${job('online', '')}${job('offline', 'needs: online')}`;

test('tools are downloaded once, and come from the tool cache when the network is gone', async (t) => {
  const stage = await workflowStage(t);
  const mirror = await toolMirror(t);
  // Nothing listens on port 1.
  const { status, output } = await stage.run(workflow, { ONLINE: mirror.url, OFFLINE: 'http://127.0.0.1:1' });
  assert.equal(status, 0, output);
  assert.match(output, new RegExp(`kubectl ${old} was downloaded from ${mirror.url}/dl\\.k8s\\.io/release/${old}/`));
  assert.match(output, /kubectl is in the tool cache: /);
  for (const name of ['online', 'offline']) {
    assert.match(output, new RegExp(`${name}: Client Version: ${old}.* at \\S+/kubectl/${old.slice(1)}/\\S+`));
    assert.match(output, new RegExp(`${name}: v\\d+\\.\\d+\\.\\d+`));
  }
  assert.equal(mirror.asked.filter((path) => path.endsWith('/kubectl')).length, 1);
});

test('a tool that can’t be had ends the creation that runs beside it', async (t) => {
  const stage = await workflowStage(t);
  const mirror = await toolMirror(t);
  const failing = `
name: a tool that is not there
on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ./
        with:
          image: \${{ env.K3S_IMAGE }}
          tools: |
            helm
            kubectl@v1.2.3
`;
  const { status, output } = await stage.run(failing, { K3D_TOOLS_MIRROR: mirror.url });
  assert.notEqual(status, 0);
  assert.match(
    output,
    /::error::input "tools", line 2: kubectl could not be downloaded: http:\S+\/v1\.2\.3\/bin\/linux\/\w+\/kubectl\S*: .*404/,
  );
  assert.doesNotMatch(output, /Cluster k3s-default is ready/);
});
