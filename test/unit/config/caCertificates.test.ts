import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { addCertificateAuthorities } from '../../../src/common/certificateAuthorities.ts';
import { caCertificatesOf, readCaCertificates } from '../../../src/config/caCertificates.ts';

const folder = mkdtempSync(join(tmpdir(), 'k3d-ca-'));
after(() => rmSync(folder, { recursive: true }));

/** A certificate that signs itself. @returns paths */
function certificate(name: string): { key: string; cert: string } {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const names = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...kind, ...names, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { key, cert };
}

const one = certificate('one');
const pem = readFileSync(one.cert, 'utf8');

test('certificates are taken out of what is around them', () => {
  assert.equal(readCaCertificates(`# ours\r\n${pem}\n\n${pem}`, 'x'), pem + pem);
});

test('what is no certificate is refused, and which one it is', () => {
  assert.throws(() => readCaCertificates('hello', 'input "x"'), {
    message: 'input "x": there is no certificate in it: expected PEM, which begins with -----BEGIN CERTIFICATE-----',
  });
  const broken = '-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n';
  assert.throws(
    () => readCaCertificates(pem + broken, 'input "x"'),
    /^UserError: input "x": certificate 2 of 2 is malformed: /,
  );
});

test('the environment names a file, and one that is not there is none', () => {
  assert.equal(caCertificatesOf({ NODE_EXTRA_CA_CERTS: one.cert }), pem);
  assert.equal(caCertificatesOf({ NODE_EXTRA_CA_CERTS: join(folder, 'none') }), undefined);
  const key = join(folder, 'no-cert');
  writeFileSync(key, 'hello');
  assert.equal(caCertificatesOf({ NODE_EXTRA_CA_CERTS: key }), undefined);
  assert.equal(caCertificatesOf({}), undefined);
});

test('this process trusts what it is told to, for what it fetches', async (t) => {
  const server = createServer({ key: readFileSync(one.key), cert: pem }, (_, response) => response.end('hello'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await assert.rejects(fetch(url), (error: Error) => /self-signed/.test((error.cause as Error).message));
  addCertificateAuthorities(pem);
  assert.equal(await (await fetch(url)).text(), 'hello');
});
