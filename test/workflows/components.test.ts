import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workflowStage } from './act.ts';
import { yamlExamples } from './examples.ts';

/** The manifest of a CNI in docs/components.md. */
const manifest = yamlExamples('docs/components.md').find((text) => /^kind: DaemonSet$/m.test(text)) as string;

const workflow = `
name: a CNI of our own
on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          cat > cni.yaml <<'MANIFEST'
${manifest.replace(/^(?=.)/gm, '          ')}
          MANIFEST
      - uses: ./
        with:
          image: \${{ env.K3S_IMAGE }}
          name: own-cni
          cni: cni.yaml
          ingress: none
          loadbalancer-class: none
          storage: none
          metrics: false
      - run: |
          echo "ADDRESS $(kubectl get pods -n kube-system -l k8s-app=kube-dns -o jsonpath='{.items[*].status.podIP}')"
          echo "LINKS $(docker exec k3d-own-cni-server-0 ls /sys/class/net | tr '\\n' ' ')"
`;

test('the CNI that docs/components.md has replaces flannel', async (t) => {
  const stage = await workflowStage(t);
  const { status, output } = await stage.run(workflow);
  assert.equal(status, 0, output);
  assert.match(output, /Waiting for daemonset\/bridge-cni -n kube-system/);
  assert.match(output, /\| ADDRESS 10\.42\.0\.\d+/);
  assert.match(output, /\| LINKS .*\bcni0 /);
  assert.doesNotMatch(output, /flannel\.1/);
});
