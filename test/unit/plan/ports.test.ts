import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeLayers } from '../../../src/config/merge.ts';
import type { ConfigLayer, Filtered } from '../../../src/config/types.ts';
import { plannedNodes } from '../../../src/plan/nodes.ts';
import { planPorts } from '../../../src/plan/ports.ts';

const port = (value: string, ...nodeFilters: string[]): Filtered => ({
  value,
  nodeFilters,
  where: 'input "ports", line 1',
});
const plan = (layer: ConfigLayer) => {
  const config = mergeLayers({ name: 'c' }, layer);
  return planPorts(config, plannedNodes(config));
};
const published = (layer: ConfigLayer) =>
  Object.fromEntries(
    [...plan(layer).published].map(([node, ports]) => [
      node,
      ports.map((one) => `${one.hostPort}:${one.containerPort}`),
    ]),
  );

test('without a load balancer a port goes straight to a node', () => {
  assert.deepEqual(published({ ports: [port('8080:80')] }), { 'k3d-c-server-0': ['8080:80'] });
  assert.deepEqual(published({ ports: [port('8080:80', 'loadbalancer')] }), { 'k3d-c-server-0': ['8080:80'] });
  assert.deepEqual(published({ agents: 2, ports: [port('8080:80', 'agents:*')] }), { 'k3d-c-agent-0': ['8080:80'] });
  assert.deepEqual(published({ agents: 2, ports: [port('8080:80', 'agent:1:direct')] }), {
    'k3d-c-agent-1': ['8080:80'],
  });
});

test('with a load balancer a port is published there and passed on to servers and agents', () => {
  const layer: ConfigLayer = { loadBalancer: 'on', agents: 1, ports: [port('8080:80'), port('53:53/udp', 'agent:0')] };
  assert.deepEqual(published(layer), { 'k3d-c-serverlb': ['8080:80', '53:53'] });
  assert.deepEqual(
    [...plan(layer).proxied],
    [
      ['80.tcp', ['k3d-c-server-0', 'k3d-c-agent-0']],
      ['53.udp', ['k3d-c-agent-0']],
    ],
  );
});

test('ports that can not be published say why', () => {
  const cases: [ConfigLayer, RegExp][] = [
    [{ ports: [port('80:80', 'all')] }, /can't be published on all nodes/],
    [{ agents: 2, ports: [port('80:80', 'agents:*:direct')] }, /must mean exactly one server or agent/],
    [{ loadBalancer: 'off', ports: [port('80:80')] }, /load balancer, which is disabled/],
    [{ ports: [port('80:80'), port('80:81', 'server:0')] }, /host port 127\.0\.0\.1:80\/tcp is asked for twice/],
    [{ ports: [port('eighty')] }, /^input "ports", line 1: malformed port "eighty"/],
  ];
  for (const [layer, message] of cases) assert.throws(() => plan(layer), { name: 'UserError', message });
});

test('a filter that means no node is told of, and the port is nowhere', () => {
  const { warnings } = plan({ ports: [port('80:80', 'agents:*'), port('81:81', 'server:0')] });
  assert.deepEqual(warnings, [
    'input "ports", line 1: node filter "agents:*" of port "80:80" matches no node of this cluster',
  ]);
});

test('the same host port with another protocol or address is another port', () => {
  const layer: ConfigLayer = { ports: [port('53:53/tcp'), port('53:53/udp'), port('127.0.0.2:53:53/tcp')] };
  assert.deepEqual(published(layer), { 'k3d-c-server-0': ['53:53', '53:53', '53:53'] });
});
