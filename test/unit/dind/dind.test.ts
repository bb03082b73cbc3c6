import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { nestCgroups } from '../../../src/dind/cgroups.ts';
import { checkContainer } from '../../../src/dind/checks.ts';
import { reasonIn } from '../../../src/dind/engine.ts';
import { readSettings } from '../../../src/dind/settings.ts';

test('arguments are for the engine or a command, as in docker:dind', () => {
  assert.deepEqual(readSettings(['--mtu=1400'], {}).engineArgs, ['--mtu=1400']);
  assert.deepEqual(readSettings(['dockerd', '--debug'], {}).engineArgs, ['--debug']);
  const { engineArgs, command, tls, cluster } = readSettings(['make', '-j2'], {});
  assert.deepEqual([engineArgs, command, tls, cluster], [[], ['make', '-j2'], undefined, undefined]);
});

test('TLS and a cluster are what the environment asks for', () => {
  const settings = readSettings([], { DOCKER_TLS_CERTDIR: '/certs', DOCKER_TLS_SAN: 'DNS:a.example, IP:10.0.0.1' });
  assert.deepEqual(settings.tls, { folder: '/certs', names: ['DNS:a.example', 'IP:10.0.0.1'] });
  assert.throws(
    () => readSettings([], { DOCKER_TLS_CERTDIR: '/c', DOCKER_TLS_SAN: 'a' }),
    /DOCKER_TLS_SAN: "a" is no name/,
  );
  const cluster = (K3D_ARGS: string) => readSettings([], { K3D_ARGS }).cluster;
  assert.deepEqual(cluster('dev --agents 1'), ['dev', '--agents', '1', '--api-port', '0.0.0.0:6443']);
  assert.deepEqual(cluster('dev --api-port 6550'), ['dev', '--api-port', '6550']);
  assert.equal(cluster(' '), undefined);
  assert.throws(
    () => readSettings([], { K3D_CONFIG: '/no/such.yaml' }),
    /K3D_CONFIG: there is no file \/no\/such\.yaml/,
  );
});

const FACTS = { status: 'CapEff:\t000001ffffffffff\n', hasKmsg: true, hasCgroups: true, freeSpace: 10e9 };

test('a container that lacks what an engine needs is refused, with the remedy', () => {
  assert.equal(checkContainer(FACTS), undefined);
  assert.throws(
    () => checkContainer({ ...FACTS, status: 'CapEff:\t00000000a80425fb\n' }),
    /not privileged.*--privileged/,
  );
  assert.throws(() => checkContainer({ ...FACTS, hasKmsg: false }), /\/dev\/kmsg/);
  assert.throws(() => checkContainer({ ...FACTS, hasCgroups: false }), /no cgroups are mounted/);
  assert.throws(() => checkContainer({ ...FACTS, freeSpace: 1e6 }), /1 MB are free .* too little/);
  assert.match(checkContainer({ ...FACTS, freeSpace: 1e9 }) ?? '', /1000 MB are free .* 3 GB/);
});

test('cgroup v2: processes move out of the way of controllers; v1 is left alone', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'k3d-cgroups-'));
  t.after(() => rmSync(root, { recursive: true }));
  nestCgroups(root);
  assert.throws(() => readFileSync(join(root, 'init', 'cgroup.procs')));
  writeFileSync(join(root, 'cgroup.controllers'), 'cpu memory pids\n');
  writeFileSync(join(root, 'cgroup.procs'), '7\n');
  mkdirSync(join(root, 'init'));
  nestCgroups(root);
  assert.equal(readFileSync(join(root, 'init', 'cgroup.procs'), 'utf8'), '7');
  assert.equal(readFileSync(join(root, 'cgroup.subtree_control'), 'utf8'), '+cpu +memory +pids');
});

test('why an engine ended is taken from its log', () => {
  const port = 'failed to start daemon: listen tcp 192.0.2.1:2375: bind: cannot assign requested address';
  assert.equal(
    reasonIn(['time="x" level=info msg="Starting up"', port, '']),
    port.replace('failed to start daemon: ', ''),
  );
  assert.equal(reasonIn(['Status: unknown flag: --x', "See 'dockerd --help'."]), 'unknown flag: --x');
  assert.equal(reasonIn([]), 'it said nothing');
});
