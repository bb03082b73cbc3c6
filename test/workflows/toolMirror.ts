import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { TOOLS } from '../../src/action/tools/table.ts';
import { docker, image, k3sVersionOf, oldImage, run } from '../e2e/bed.ts';

const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';

/**
 * A mirror of what publishers of tools have, with the real programs that this machine has: kubectl of both releases of
 * k3s, which is kubectl when it is called by that name, and helm.
 * @returns its URL, and the paths that it was asked for
 */
export async function toolMirror(t: TestContext): Promise<{ url: string; asked: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-mirror-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const files = new Map<string, Buffer>();
  const add = (path: string, ending: string, content: Buffer): void => {
    const digest = createHash('sha256').update(content).digest('hex');
    files.set(path, content).set(`${path}.${ending}`, Buffer.from(`${digest}  ${path.split('/').at(-1)}\n`));
  };
  for (const one of [image, oldImage]) {
    const release = k3sVersionOf(one).split('+')[0] as string;
    files.set(
      `/dl.k8s.io/release/stable-${release.slice(1).split('.').slice(0, 2).join('.')}.txt`,
      Buffer.from(release),
    );
    add(`/dl.k8s.io/release/${release}/bin/linux/${arch}/kubectl`, 'sha256', await kubectlOf(one, folder));
  }
  const helm = TOOLS.helm.release;
  add(`/get.helm.sh/helm-${helm}-linux-${arch}.tar.gz`, 'sha256sum', await helmArchive(folder));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const content = files.get(request.url ?? '');
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  server.unref(); // so that nothing waits for it when an earlier step of the clean-up fails
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function kubectlOf(k3sImage: string, folder: string): Promise<Buffer> {
  const container = (await docker('create', k3sImage)).trim();
  try {
    await docker('cp', '--follow-link', `${container}:/bin/k3s`, join(folder, 'k3s'));
  } finally {
    await docker('rm', '--volumes', container);
  }
  return readFileSync(join(folder, 'k3s'));
}

async function helmArchive(folder: string): Promise<Buffer> {
  const program = process.env.K3D_TEST_HELM;
  if (!program) throw new Error('K3D_TEST_HELM is not set: run these tests with script/test workflows');
  const inside = `linux-${arch}`;
  mkdirSync(join(folder, inside));
  copyFileSync(program, join(folder, inside, 'helm'));
  const { status, stderr } = await run('tar', ['czf', join(folder, 'helm.tgz'), '-C', folder, inside]);
  if (status !== 0) throw new Error(`tar failed: ${stderr}`);
  return readFileSync(join(folder, 'helm.tgz'));
}
