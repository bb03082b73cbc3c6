import assert from 'node:assert/strict';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { untilItAnswers } from '../../../../src/cluster/registries/answers.ts';
import { fakeEngine } from '../../../fakeEngine/start.ts';

test('a registry whose port is there before it is waited for; one that is refused is not', async (t) => {
  const { engine } = await fakeEngine(t);
  let calls = 0;
  // As Docker's proxy does it while nobody listens behind the port.
  const server = createServer((socket) => {
    socket.resume();
    calls++;
    if (calls < 4) socket.destroy();
    else socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await untilItAnswers(engine, '0.0.0.0', port);
  assert.equal(calls, 4);
  await new Promise((resolve) => server.close(resolve));
  await untilItAnswers(engine, '127.0.0.1', port);
  assert.equal(calls, 4);
});
