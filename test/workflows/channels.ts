import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { image, k3sVersionOf, oldImage } from '../e2e/bed.ts';

/** k3s's server of channels, with the releases that this machine has. @returns its URL */
export async function channelServer(t: TestContext): Promise<string> {
  const releases = [image, oldImage].map(k3sVersionOf);
  const data = releases.map((latest) => ({ name: latest.split('.').slice(0, 2).join('.'), latest }));
  data.push({ name: 'latest', latest: k3sVersionOf(image) });
  const server = createServer((_request, response) => response.end(JSON.stringify({ data })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  server.unref(); // so that nothing waits for it when an earlier step of the clean-up fails
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
