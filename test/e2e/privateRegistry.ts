import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { docker, eventually, freePort, run, type Stage, workload } from './bed.ts';

export const REGISTRY = 'registry:2';
/** bcrypt of the password below, for the user `tester`. */
const HTPASSWD = 'tester:$2b$04$uDlhvpzlA4XLjVaI04zX8O1oKuGGpl6vhJxOm5dcY6ZhuI6sVudyO\n';
export const PASSWORD = 'secret-of-the-test';

/** What a registry must be told to ask for the login. */
const LOGIN = {
  REGISTRY_AUTH: 'htpasswd',
  REGISTRY_AUTH_HTPASSWD_REALM: 'test',
  REGISTRY_AUTH_HTPASSWD_PATH: '/files/htpasswd',
};

/**
 * A registry that speaks TLS with a certificate that nobody knows, and asks for a login unless that is turned off.
 * @returns its host port, and the certificate and the file that it is in
 */
export async function privateRegistry(
  s: Stage,
  name: string,
  network: string,
  { login = true } = {},
): Promise<{ port: number; ca: string; caFile: string }> {
  const folder = join(s.folder, name);
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  mkdirSync(folder);
  const port = await freePort();
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name},IP:127.0.0.1`];
  const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  const made = await run('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', cert]);
  assert.equal(made.status, 0, made.stderr);
  chmodSync(key, 0o644);
  writeFileSync(join(folder, 'htpasswd'), HTPASSWD);
  const settings = {
    ...(login ? LOGIN : {}),
    REGISTRY_HTTP_TLS_CERTIFICATE: '/files/cert.pem',
    REGISTRY_HTTP_TLS_KEY: '/files/key.pem',
  };
  const env = Object.entries(settings).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]);
  const place = ['--network', network, '--publish', `127.0.0.1:${port}:5000`, '--volume', `${folder}:/files:ro`];
  await docker('run', '--detach', '--name', name, ...place, ...env, REGISTRY);
  s.defer(async () => void (await docker('rm', '--force', '--volumes', name)));
  // The engine takes connections before the registry does.
  await eventually(() => answer(port));
  return { port, ca: readFileSync(cert, 'utf8'), caFile: cert };
}

/** Whatever a server with a certificate that nobody knows answers. */
const answer = (port: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/v2/', rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });

/** Pushes the workload's image under another name. */
export async function push(s: Stage, reference: string): Promise<void> {
  await docker('tag', workload, reference);
  try {
    const pushed = await run('docker', ['--config', join(s.folder, 'docker'), 'push', '--quiet', reference]);
    assert.equal(pushed.status, 0, pushed.stderr);
  } finally {
    await docker('rmi', reference);
  }
}
