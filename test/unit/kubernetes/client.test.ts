import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeCertificates } from '../../../src/dind/certificates.ts';
import { KubeClient } from '../../../src/kubernetes/client.ts';

test('an answer that is no JSON, as a proxy gives it, is a failure like any other', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-tls-'));
  await makeCertificates(folder, ['IP:127.0.0.1']);
  const file = (...parts: string[]): string => readFileSync(join(folder, ...parts), 'utf8');
  const tls = { cert: file('server', 'cert.pem'), key: file('server', 'key.pem') };
  const server = createServer(tls, (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('<html>Sign in</html>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new KubeClient({
    server: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ca: file('ca', 'cert.pem'),
    cert: file('client', 'cert.pem'),
    key: file('client', 'key.pem'),
  });
  t.after(() => {
    client.close();
    server.close();
    rmSync(folder, { recursive: true });
  });
  await assert.rejects(client.get('/version'), {
    name: 'KubeError',
    status: 200,
    message: 'GET /version: the answer is no JSON, as it says it is',
  });
});
