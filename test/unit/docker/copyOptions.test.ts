import assert from 'node:assert/strict';
import { test } from 'node:test';
import type Docker from 'dockerode';
import { copyOptions } from '../../../src/docker/copyOptions.ts';

const RAW = {
  Id: 'f00d',
  Config: {
    Hostname: 'k3d-c-server-0',
    Env: ['PATH=/old', 'K3S_TOKEN=t'],
    Cmd: ['server'],
    Entrypoint: ['/bin/k3d-entrypoint.sh'],
    Image: 'rancher/k3s:v1.33.5-k3s1',
    Labels: { app: 'k3d' },
  },
  HostConfig: {
    Privileged: true,
    NetworkMode: 'k3d-c',
    Binds: ['data:/data'],
    PortBindings: { '6443/tcp': [{ HostIp: '127.0.0.1', HostPort: '6550' }] },
    // Of a node that was upgraded before: the container that this names is gone.
    VolumesFrom: ['gone'],
  },
  NetworkSettings: {
    Networks: { 'k3d-c': { NetworkID: 'n', IPAMConfig: { IPv4Address: '172.18.0.3' }, Aliases: ['f00d', 'own'] } },
  },
} as unknown as Docker.ContainerInspectInfo;

test('a copy has all that was asked for, and only what is to be different is', () => {
  const { options, others } = copyOptions(RAW, {
    name: 'k3d-c-server-0',
    image: 'rancher/k3s:v1.34.1-k3s1',
    env: ['K3S_TOKEN=t'],
    sharesVolumes: true,
  });
  assert.deepEqual(others, []);
  assert.equal(options.Image, 'rancher/k3s:v1.34.1-k3s1');
  assert.deepEqual(options.Env, ['K3S_TOKEN=t']);
  assert.deepEqual(options.Labels, { app: 'k3d' });
  assert.deepEqual(options.ExposedPorts, { '6443/tcp': {} });
  assert.deepEqual(options.HostConfig?.PortBindings, RAW.HostConfig.PortBindings);
  assert.deepEqual(options.HostConfig?.VolumesFrom, ['f00d']);
  assert.deepEqual(options.NetworkingConfig?.EndpointsConfig, {
    'k3d-c': { IPAMConfig: { IPv4Address: '172.18.0.3' }, Links: undefined, Aliases: ['own'] },
  });
});

test('a copy that shares volumes asks for none without a name, which would be a new and empty one', () => {
  const Mounts = [
    { Type: 'volume', Target: '/var/lib/rancher/k3s', VolumeOptions: { NoCopy: true } },
    { Type: 'volume', Source: 'data', Target: '/data' },
    { Type: 'bind', Source: '/srv', Target: '/srv' },
  ];
  const raw = { ...RAW, HostConfig: { ...RAW.HostConfig, Mounts } } as unknown as Docker.ContainerInspectInfo;
  const shared = copyOptions(raw, { name: 'x', sharesVolumes: true }).options.HostConfig;
  assert.deepEqual([shared?.Mounts, shared?.VolumesFrom], [Mounts.slice(1), ['f00d']]);
  assert.deepEqual(copyOptions(raw, { name: 'x' }).options.HostConfig?.Mounts, Mounts);
});

test('a container without variables and ports is copied too', () => {
  const bare = { ...RAW, Config: { ...RAW.Config, Env: null }, HostConfig: { ...RAW.HostConfig, PortBindings: null } };
  const { options } = copyOptions(bare as unknown as Docker.ContainerInspectInfo, { name: 'x' });
  assert.deepEqual([options.Env, options.ExposedPorts, options.HostConfig?.PortBindings], [[], {}, {}]);
});

test('a copy with volumes of its own names no container that it had its volumes from', () => {
  const { options } = copyOptions(RAW, {
    name: 'x',
    ports: [{ hostIP: '', hostPort: 80, containerPort: 80, protocol: 'tcp' }],
  });
  assert.equal(options.HostConfig?.VolumesFrom, undefined);
  assert.equal(options.Image, RAW.Config.Image);
  assert.deepEqual(options.Env, RAW.Config.Env);
  assert.deepEqual(Object.keys(options.ExposedPorts ?? {}), ['80/tcp']);
});
