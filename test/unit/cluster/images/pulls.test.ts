import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ensureImage, isTransientPull } from '../../../../src/cluster/images/pull.ts';
import { silentReporter } from '../../../../src/common/reporter.ts';
import { type Engine, EngineError } from '../../../../src/docker/engine.ts';

const never = new AbortController().signal;

/** An engine whose pulls end as they are told to, and what was asked of it. */
function engine(answers: Record<string, (Error | undefined)[]>): { engine: Engine; asked: string[] } {
  const asked: string[] = [];
  const images = {
    inspect: async () => undefined,
    pull: async (reference: string) => {
      asked.push(reference);
      const answer = answers[reference]?.shift();
      if (answer !== undefined) throw answer;
    },
    tag: async (reference: string, name: string) => void asked.push(`${reference} as ${name}`),
  };
  return { engine: { images } as unknown as Engine, asked };
}

const busy = () => new EngineError(500, 'toomanyrequests: You have reached your pull rate limit');

test('what a registry says is told into what passes and what does not', () => {
  const passes = [
    'toomanyrequests: Rate exceeded',
    'received unexpected HTTP status: 503 Service Unavailable',
    'Get "https://registry-1.docker.io/v2/": net/http: TLS handshake timeout',
    'read tcp 10.0.0.1:1->10.0.0.2:443: read: connection reset by peer',
    'unexpected EOF',
  ];
  for (const message of passes) assert.ok(isTransientPull(new EngineError(500, message)), message);
  const stays = [
    'manifest for rancher/k3s:v9 not found: manifest unknown',
    'pull access denied for x, repository does not exist or may require authorization',
    'dial tcp: lookup registry.example.invalid: no such host',
    'no space left on device',
  ];
  for (const message of stays) assert.ok(!isTransientPull(new EngineError(500, message)), message);
});

test('a registry that is busy is asked again, and each time is said', async () => {
  const { engine: one, asked } = engine({ 'rancher/k3s:v1': [busy(), busy(), undefined] });
  const said: string[] = [];
  const reporter = { ...silentReporter, warn: (text: string) => void said.push(text) };
  assert.equal(await ensureImage(one, 'rancher/k3s:v1', reporter, never, { env: {}, pauseMs: 1 }), true);
  assert.deepEqual(asked, ['rancher/k3s:v1', 'rancher/k3s:v1', 'rancher/k3s:v1']);
  assert.match(
    said[1] ?? '',
    /^Pulling image rancher\/k3s:v1: try 2 of 4 failed: toomanyrequests: .*; again in \d+ ms$/,
  );
});

test('mirrors are tried in turn, and what they have gets the name that was asked for', async () => {
  const gone = new EngineError(404, 'manifest unknown');
  const env = { K3D_IMAGE_MIRRORS: 'mirror.example.org, localhost:5000/hub/' };
  const answers = { 'nginx:1': [busy(), busy(), busy(), busy()], 'mirror.example.org/library/nginx:1': [gone] };
  const { engine: one, asked } = engine(answers);
  await ensureImage(one, 'nginx:1', silentReporter, never, { env, pauseMs: 1 });
  assert.deepEqual(asked.slice(2), [
    'mirror.example.org/library/nginx:1',
    'localhost:5000/hub/library/nginx:1',
    'localhost:5000/hub/library/nginx:1 as nginx:1',
  ]);
});

test('when all have failed each is named; an image of another registry has no mirror', async () => {
  const denied = (): EngineError => new EngineError(500, 'denied');
  const env = { K3D_IMAGE_MIRRORS: 'm.example.org' };
  const both = engine({ 'a/b:1': [denied()], 'm.example.org/a/b:1': [denied()] });
  await assert.rejects(
    ensureImage(both.engine, 'a/b:1', silentReporter, never, { env, pauseMs: 1 }),
    /^UserError: image a\/b:1 can't be pulled from its registry or a mirror: a\/b:1: denied; m\.example\.org\/a\/b:1: denied$/,
  );
  const other = engine({ 'ghcr.io/a/b:1': [denied()] });
  await assert.rejects(ensureImage(other.engine, 'ghcr.io/a/b:1', silentReporter, never, { env, pauseMs: 1 }));
  assert.deepEqual(other.asked, ['ghcr.io/a/b:1']);
});
