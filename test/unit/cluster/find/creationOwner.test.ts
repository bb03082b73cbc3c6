import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { hostname } from 'node:os';
import { test } from 'node:test';
import { isGone, newCreationId } from '../../../../src/cluster/find/creationOwner.ts';
import { findLeftovers } from '../../../../src/cluster/remove/sweep.ts';
import type { Engine } from '../../../../src/docker/engine.ts';
import { type CreationOwner, formatCreation, parseCreation } from '../../../../src/plan/creation.ts';
import { LABEL } from '../../../../src/contract/labels.ts';

const DAY = 24 * 60 * 60_000;

/** The owner that this process makes, changed in some points. */
function owner(changes: Partial<CreationOwner> = {}, kind: 'job' | 'create' = 'create'): CreationOwner {
  return { ...(parseCreation(newCreationId(kind, {})).owner as CreationOwner), ...changes };
}

test('a creation says for whom it is, and is read as it was written', () => {
  const env = { GITHUB_REPOSITORY: 'org/repo', GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'a job;x=y' };
  const text = newCreationId('job', env);
  const { id, owner: read } = parseCreation(text);
  assert.equal(read?.run, 'org/repo/7/1/a-job-x-y');
  assert.equal(read?.pid, process.ppid);
  assert.equal(formatCreation({ id, owner: read }), text);
});

test('what is not as we write it has no owner, so that nobody takes it for a leftover', () => {
  for (const text of [
    '',
    'an-id',
    'id;kind=other;pid=1;at=1',
    'id;kind=job;pid=x;at=1',
    'id;kind=job;pid=1',
    ';;;=;',
  ]) {
    assert.equal(parseCreation(text).owner, undefined, text);
  }
});

test('a process that runs is not gone, one that has ended is', async () => {
  assert.equal(isGone(owner()), false);
  assert.equal(isGone(owner({}, 'job')), false);
  const child = spawn('true');
  const pid = child.pid as number;
  await new Promise((resolve) => child.on('exit', resolve));
  assert.equal(isGone(owner({ pid })), true);
  // The same id, but started at another time: somebody else.
  assert.equal(isGone(owner({ start: '1' })), true);
});

test('of another boot of this machine all is gone; of another machine or container only time tells', () => {
  assert.equal(isGone(owner({ boot: 'another-boot/1' })), true);
  for (const elsewhere of [
    { boot: 'x/1', host: `not-${hostname()}` },
    { boot: '' },
    { start: '' },
    { boot: owner().boot.replace(/\d+$/, '1') },
  ]) {
    assert.equal(isGone(owner(elsewhere)), false, JSON.stringify(elsewhere));
    assert.equal(isGone(owner({ ...elsewhere, at: Date.now() - 6 * DAY })), true);
    assert.equal(isGone(owner({ ...elsewhere, at: Date.now() - 4 * DAY })), false);
  }
});

test('leftovers are what a dead owner has not finished, and nothing that others use', async () => {
  const dead = (kind: 'job' | 'create', id: string) =>
    formatCreation({ id, owner: owner({ kind, start: '1', at: 1 }) });
  const labelled = (creation: string, role: string, cluster: string) => ({
    [LABEL.creation]: creation,
    [LABEL.role]: role,
    [LABEL.cluster]: cluster,
  });
  const container = (name: string, labels: object) => ({ id: name, name, labels });
  const network = (name: string, creation: string, ...on: string[]) => ({
    name,
    labels: { [LABEL.creation]: creation },
    containers: on.map((one) => ({ name: one, ip: '' })),
  });
  const live = formatCreation({ id: 'live', owner: owner({}, 'job') });
  const complete = new Set(['k3d-done-server-0']);
  const engine = {
    containers: {
      list: async () => [
        container('k3d-job-server-0', labelled(dead('job', 'a'), 'server', 'job')),
        container('k3d-live-server-0', labelled(live, 'server', 'live')),
        container('k3d-half-server-0', labelled(dead('create', 'b'), 'server', 'half')),
        container('k3d-done-server-0', labelled(dead('create', 'c'), 'server', 'done')),
        container('k3d-theirs', labelled('made-by-k3d', 'server', 'theirs')),
      ],
      getArchive: async (id: string) => (complete.has(id) ? { destroy: () => undefined } : undefined),
    },
    networks: {
      list: async () => [
        network('k3d-job', dead('job', 'a'), 'k3d-job-server-0'),
        network('k3d-used', dead('create', 'd'), 'somebody'),
        network('k3d-empty', dead('create', 'e')),
      ],
    },
    volumes: { list: async () => [] },
  } as unknown as Engine;
  const found = (await findLeftovers(engine)).map(({ cluster, objects }) => [cluster, ...objects]);
  assert.deepEqual(found, [
    ['job', 'container k3d-job-server-0', 'network k3d-job'],
    ['half', 'container k3d-half-server-0'],
    ['', 'network k3d-empty'],
  ]);
});
