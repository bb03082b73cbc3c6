import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as settled } from 'node:timers/promises';
import { failOnNodeExit } from '../../../src/cluster/containers/nodeFailure.ts';
import type { Engine } from '../../../src/docker/engine.ts';

const never = new AbortController().signal;

test('a node that ends and comes up when it is started again is no failure; one that ends otherwise is', async () => {
  const failureAfter = async (fatal: string, restarted = false): Promise<string | undefined> => {
    const engine = {
      containers: {
        list: async () => [],
        logs: async () => `time="2026-01-01T00:00:00Z" level=fatal msg="${fatal}"\n`,
        inspect: async () => ({ state: 'restarting', memory: 0 }),
      },
      watch: async (_: unknown, told: (event: object) => void) =>
        told({ action: 'die', name: 'k3d-c-agent-0', exitCode: 1 }),
    } as unknown as Engine;
    const signal = await failOnNodeExit(engine, ['k3d.cluster=c'], never, restarted);
    await settled(); // nothing of the fake engine's waits for a clock
    return signal.aborted ? (signal.reason as Error).message : undefined;
  };
  const asked =
    'Failed to start networking: failed to check if RBAC allows node list: Post \\"https://127.0.0.1:6444/x\\"';
  for (const passing of [
    'starting kubernetes: preparing server: join failed: etcdserver: unhealthy cluster',
    'Unable to perform initial IP allocation check: unable to persist the updated service IP allocations: etcdserver: duplicate key given in txn request',
    `${asked}: unexpected EOF`,
    `${asked}: read tcp 127.0.0.1:1->127.0.0.1:6444: read: connection reset by peer`,
  ])
    assert.equal(await failureAfter(passing), undefined, passing);
  // It had another address before, and that is being put right; a new node has been told a wrong one.
  const moved =
    'Failed to start networking: error getting node subnet: failed to find interface with specified node ip';
  assert.equal(await failureAfter(moved, true), undefined);
  assert.match((await failureAfter(moved)) ?? '', /failed to find interface with specified node ip$/);
  for (const lasting of ['token CA hash does not match', `${asked}: x509: certificate has expired`])
    assert.match((await failureAfter(lasting)) ?? '', /^node k3d-c-agent-0 ended with exit code 1 .*: (token|Failed)/);
});

test('the end that a node had before it is started again is no failure, however late the engine tells of it', async () => {
  const name = 'k3d-c-server-0';
  const failureAfter = async (now: object, ...actions: string[]): Promise<boolean> => {
    let asked = 0;
    const engine = {
      containers: {
        list: async () => [{ id: 'f00d', name, state: 'running' }], // which it was a moment ago
        logs: async () => 'level=fatal msg="why"\n',
        // As it is when the watch begins, and then.
        inspect: async () => (asked++ === 0 ? { name, state: 'exited', running: false, startedAt: 1 } : now),
      },
      watch: async (_: unknown, told: (event: object) => void) => {
        for (const action of actions) told({ action, name, exitCode: 0 });
      },
    } as unknown as Engine;
    const signal = await failOnNodeExit(engine, ['k3d.cluster=c'], never, true);
    await settled();
    return signal.aborted;
  };
  const [stopped, runs, ended] = [
    { state: 'exited', running: false, startedAt: 1 },
    { state: 'running', running: true, startedAt: 2 },
    { state: 'exited', running: false, startedAt: 2 },
  ];
  assert.equal(await failureAfter(stopped, 'die'), false, 'before its start');
  assert.equal(await failureAfter(runs, 'die', 'start'), false, 'when it runs again');
  assert.equal(await failureAfter(ended, 'start', 'die'), true);
  assert.equal(await failureAfter(ended, 'die', 'start', 'die'), true);
  assert.equal(await failureAfter(ended, 'die'), true, 'a start that nobody was told of');
});
