import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastErrorIn } from '../../../../src/cluster/containers/index.ts';
import { Progress } from '../../../../src/cluster/progress.ts';
import { waitForCredentials } from '../../../../src/cluster/start/credentials.ts';
import { addContainer } from '../../../fakeEngine/api.ts';
import { fakeEngine } from '../../../fakeEngine/start.ts';

const REFUSED =
  'time="2026-11-01T00:00:00Z" level=error msg="Failed to dial postgres://me:s3cr3t@db:5432/k3s: connect: connection refused"\n';
const TIMES = { lookEveryMs: 10, hopelessMs: 300 };

test('the last error of a log is told, without secrets', () => {
  assert.equal(
    lastErrorIn(`time="x" level=error msg="first"\n${REFUSED}time="x" level=info msg="Waiting"\n`),
    'Failed to dial postgres://me:***@db:5432/k3s: connect: connection refused',
  );
  assert.equal(
    lastErrorIn('E1126 22:54:56.581555   11109 memcache.go:287] "Unhandled Error" err="no such host"\nI1126 x\n'),
    '"Unhandled Error" err="no such host"',
  );
  assert.equal(lastErrorIn('time="x" level=info msg="all is well"\n'), undefined);
});

test('a server that says for long what does not get better is a failure with its reason', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  addContainer(fake.state, 'k3d-demo-server-0', { log: REFUSED });
  const progress = new Progress();
  const wait = waitForCredentials(engine, 'k3d-demo-server-0', '', progress, AbortSignal.timeout(20_000), TIMES);
  await assert.rejects(wait, {
    name: 'NodeFailure',
    message:
      "node k3d-demo-server-0 can't start: Failed to dial postgres://me:***@db:5432/k3s: connect: connection refused",
  });
});

test('what may get better is waited for, and named when the time is up', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  addContainer(fake.state, 'k3d-demo-server-0', { log: 'time="x" level=error msg="etcd has no leader"\n' });
  const progress = new Progress();
  const wait = waitForCredentials(engine, 'k3d-demo-server-0', '', progress, AbortSignal.timeout(1500), TIMES);
  await assert.rejects(wait, { name: 'TimeoutError' });
  assert.match(
    progress.timedOut('cluster "demo" was', 1500).message,
    /still waiting for the certificates of k3d-demo-server-0 \(it says: etcd has no leader\)$/,
  );
});
