import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHostAlias, readUlimit, resolveVolume } from '../../../src/config/layers.ts';
import { parseApiPort, parsePortSpec } from '../../../src/config/portSpec.ts';
import { parseMemory } from '../../../src/config/quantity.ts';
import {
  readAgents,
  readBoolean,
  readImage,
  readMemory,
  readName,
  readNetwork,
  readServers,
  readIpFamily,
  readSubnets,
  readTimeout,
  readToken,
} from '../../../src/config/scalars.ts';
import { readK3sVersion } from '../../../src/config/version.ts';
import { bindTarget, parseVolumeSpec } from '../../../src/config/volumeSpec.ts';

const spec = (text: string) =>
  parsePortSpec(text, '127.0.0.1', 'here').map(
    (port) => `${port.hostIP}|${port.hostPort ?? ''}|${port.containerPort}|${port.protocol}`,
  );

test('ports are read as Docker writes them', () => {
  const cases: [string, string[]][] = [
    ['8080:80', ['127.0.0.1|8080|80|tcp']],
    ['80', ['127.0.0.1||80|tcp']],
    ['0.0.0.0:53:53/udp', ['0.0.0.0|53|53|udp']],
    ['localhost:1:2', ['127.0.0.1|1|2|tcp']],
    ['[::1]:8080:80/TCP', ['::1|8080|80|tcp']],
    ['127.0.0.1::80', ['127.0.0.1||80|tcp']],
    ['9000-9001:80-81', ['127.0.0.1|9000|80|tcp', '127.0.0.1|9001|81|tcp']],
  ];
  for (const [text, expected] of cases) assert.deepEqual(spec(text), expected, text);
});

test('wrong ports say what is wrong and where', () => {
  const cases: [string, RegExp][] = [
    ['abc', /^here: malformed port "abc": expected/],
    ['70000:80', /"70000" in port "70000:80" is not a valid port: expected a number from 1 to 65535/],
    ['80:0', /"0" in port/],
    ['80:80/icmp', /unknown protocol "icmp"/],
    ['1-3:1-2', /differ in length/],
    ['3-1:3-1', /ends before it begins/],
    ['host:80:80', /"host" in port "host:80:80" is no IP address/],
    ['1:2:3:4', /malformed port|no IP address/],
  ];
  for (const [text, message] of cases) assert.throws(() => spec(text), { name: 'UserError', message }, text);
});

test('the API port may have a host', () => {
  assert.deepEqual(parseApiPort('6550', 'x'), { host: undefined, hostIP: undefined, port: 6550 });
  assert.deepEqual(parseApiPort('127.0.0.1:6550', 'x'), { host: '127.0.0.1', hostIP: '127.0.0.1', port: 6550 });
  assert.deepEqual(parseApiPort('my.host:random', 'x'), { host: 'my.host', hostIP: undefined, port: undefined });
  assert.throws(() => parseApiPort('api', 'flag --api-port'), /flag --api-port: malformed API port "api"/);
  assert.throws(() => parseApiPort('99999', 'x'), /is not a valid port: expected a number from 1 to 65535/);
});

test('volumes are read as Docker writes them, with short names for paths in a node', () => {
  assert.deepEqual(parseVolumeSpec('/a:/b:ro', 'x'), { source: '/a', isPath: true, destination: '/b', options: 'ro' });
  assert.deepEqual(parseVolumeSpec('data:k3s-storage', 'x'), {
    source: 'data',
    isPath: false,
    destination: '/var/lib/rancher/k3s/storage',
    options: undefined,
  });
  assert.equal(
    parseVolumeSpec('./m.yaml:k3s-manifests/m.yaml', 'x').destination,
    '/var/lib/rancher/k3s/server/manifests/m.yaml',
  );
  assert.equal(parseVolumeSpec('/data', 'x').source, undefined);
  for (const source of ['C:\\charts', 'c:/charts'])
    assert.deepEqual(parseVolumeSpec(`${source}:/b:ro`, 'x'), {
      source,
      isPath: true,
      destination: '/b',
      options: 'ro',
    });
  assert.deepEqual(['/a:/b/:ro', 'C:\\a:/b', 'data:/b'].map(bindTarget), ['/b', '/b', '/b']);
  for (const [text, message] of [
    ['/a:b', /no absolute path/],
    ['a::b', /malformed volume/],
    ['/a:/b:ro:x', /malformed volume/],
    ['we ird:/b', /neither a path nor a valid volume name/],
  ] as const) {
    assert.throws(() => parseVolumeSpec(text, 'here'), { name: 'UserError', message }, text);
  }
});

test('relative host paths are made absolute', () => {
  const entry = (value: string) => ({ value, nodeFilters: [], where: 'x' });
  assert.equal(resolveVolume(entry('./c:/c:ro'), '/work').value, '/work/c:/c:ro');
  assert.equal(resolveVolume(entry('data:/c'), '/work').value, 'data:/c');
});

test('single values are read', () => {
  assert.equal(readBoolean('True', 'x'), true);
  assert.equal(readServers('3', 'x'), 3);
  assert.equal(readAgents('0', 'x'), 0);
  assert.equal(readTimeout('2m', 'x'), 120_000);
  assert.equal(readMemory('1.5g', 'x'), 1_610_612_736);
  assert.equal(parseMemory('2GiB'), 2_147_483_648);
  assert.deepEqual(readSubnets('auto', 'x'), { subnet: undefined, subnetV6: undefined });
  assert.deepEqual(readSubnets('172.28.0.0/16', 'x'), { subnet: '172.28.0.0/16', subnetV6: undefined });
  assert.deepEqual(readSubnets('fd00:28::/64, auto', 'x'), { subnet: undefined, subnetV6: 'fd00:28::/64' });
  assert.deepEqual(readSubnets('10.9.0.0/24,fd00:28::/64', 'x'), { subnet: '10.9.0.0/24', subnetV6: 'fd00:28::/64' });
  assert.deepEqual(readSubnets('fd00:28::/64', 'x'), { subnet: undefined, subnetV6: 'fd00:28::/64' });
  assert.equal(readImage('ghcr.io/k3s-io/k3s:v1.33.5-k3s1', 'x'), 'ghcr.io/k3s-io/k3s:v1.33.5-k3s1');
  assert.equal(readK3sVersion('1.33.5', 'x'), 'v1.33.5+k3s1');
  assert.equal(readK3sVersion('v1.33.5-k3s2', 'x'), 'v1.33.5+k3s2');
  assert.equal(readK3sVersion('v1.34.0-rc1+k3s1', 'x'), 'v1.34.0-rc1+k3s1');
});

test('wrong single values are one sentence that names the place', () => {
  const cases: [() => unknown, RegExp][] = [
    [() => readBoolean('yes', 'input "wait"'), /^input "wait": expected true or false, not "yes"$/],
    [() => readServers('0', 'input "servers"'), /^input "servers": expected a whole number from 1 to 100, not "0"$/],
    [() => readServers('many', 'here'), /not "many"/],
    [() => readAgents('-1', 'here'), /from 0 to 100, not "-1"/],
    [() => readAgents('1.5', 'here'), /not "1.5"/],
    [() => readName('a_b', 'here'), /"a_b" can't be a cluster's name/],
    [() => readName('-a', 'here'), /can't be a cluster's name/],
    [() => readName('a'.repeat(33), 'here'), /has 33 characters; at most 32 are possible/],
    [() => readTimeout('soon', 'here'), /expected a duration such as 90s or 5m, not "soon"/],
    [() => readTimeout('999ms', 'here'), /is too short/],
    [() => readMemory('lots', 'here'), /expected an amount of memory/],
    [() => readImage('Rancher/K3s:V1 2', 'here'), /is no image reference/],
    [() => readToken('a b', 'here'), /must not be empty or have spaces/],
    [() => readNetwork('a b', 'here'), /can't be the name of a Docker network/],
    [() => readNetwork('-x', 'here'), /can't be the name of a Docker network/],
    [() => readSubnets('172.300.0.0/16', 'here'), /expected an IPv4 subnet/],
    [() => readSubnets('10.0.0.0', 'here'), /expected an IPv4 subnet/],
    [() => readSubnets('10.0.0.0/24,10.1.0.0/24', 'here'), /expected an IPv4 subnet/],
    [() => readSubnets('fd00:28::/64,fd00::/20', 'here'), /expected an IPv4 subnet/],
    [
      () => readSubnets('10.0.0.0/24,fd00:28::', 'here'),
      /expected an IPv6 subnet such as fd00:28::\/64, not "fd00:28::"/,
    ],
    [() => readIpFamily('both', 'here'), /"both" is unknown/],
    [() => readK3sVersion('newest', 'here'), /is no release of k3s: expected e\.g\. v1\.33\.5/],
    [() => readUlimit('nofile', 'here'), /malformed ulimit "nofile"/],
    [() => readHostAlias('10.0.0.1', 'here'), /malformed host alias/],
    [() => readHostAlias('10.0.0.1:bad_name!', 'here'), /malformed host alias/],
  ];
  for (const [call, message] of cases) assert.throws(call, { name: 'UserError', message });
});

test('ulimits and host aliases are read', () => {
  assert.deepEqual(readUlimit('nofile=1024:2048', 'x'), { name: 'nofile', soft: 1024, hard: 2048 });
  assert.deepEqual(readUlimit('memlock=-1', 'x'), { name: 'memlock', soft: -1, hard: -1 });
  assert.deepEqual(readHostAlias('10.0.0.5:db.local,db', 'x'), { ip: '10.0.0.5', hostnames: ['db.local', 'db'] });
});
