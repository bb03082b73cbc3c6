import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { run } from './command.ts';

const DAYS = '825';
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** The names under which this container is reached, as a certificate has them. */
function ownNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((own) => own ?? []);
  return [
    'DNS:localhost',
    'DNS:docker',
    `DNS:${hostname()}`,
    ...addresses.map(({ address }) => `IP:${address.split('%')[0]}`),
  ];
}

/**
 * Sees to certificates for the engine and its clients, laid out as docker:dind has them: `ca`, `server` and `client`,
 * each with `cert.pem`, `key.pem` and `ca.pem`. The authority is kept while the folder is; the others are made anew at
 * each start, since the container's addresses change.
 * @param names more names for the engine, `DNS:x` or `IP:x`
 * @throws UserError when openssl fails
 */
export async function makeCertificates(folder: string, names: readonly string[]): Promise<void> {
  const at = (...parts: string[]): string => join(folder, ...parts);
  for (const part of ['ca', 'server', 'client']) mkdirSync(at(part), { recursive: true, mode: 0o700 });
  if (!existsSync(at('ca', 'cert.pem'))) {
    const authority = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];
    await sign(at('ca'), 'k3d-dind CA', authority, []);
  }
  const byOurs = ['-CA', at('ca', 'cert.pem'), '-CAkey', at('ca', 'key.pem')];
  const common = ['basicConstraints=CA:FALSE', 'keyUsage=digitalSignature'];
  const subject = `subjectAltName=${[...new Set([...ownNames(), ...names])].join(',')}`;
  await Promise.all([
    sign(at('server'), 'k3d-dind server', [...common, 'extendedKeyUsage=serverAuth', subject], byOurs),
    sign(at('client'), 'k3d-dind client', [...common, 'extendedKeyUsage=clientAuth'], byOurs),
  ]);
  for (const part of ['server', 'client']) await copyFile(at('ca', 'cert.pem'), at(part, 'ca.pem'));
  // Who waits for the client's files knows by this that they are whole.
  writeFileSync(at('client', 'complete'), '');
}

async function sign(folder: string, name: string, extensions: string[], issuer: string[]): Promise<void> {
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const added = extensions.flatMap((extension) => ['-addext', extension]);
  await run('openssl', ['req', '-x509', ...KEY, '-days', DAYS, '-subj', `/CN=${name}`, ...added, ...issuer, ...files]);
}
