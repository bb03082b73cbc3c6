#!/usr/bin/env node
// Runs the same commands with k3d itself and with ours, each on an engine that exists in memory only, and compares what
// they leave behind and what they say. Usage: main.mjs [--judge] [--fresh] [--verbose] [--json FILE] [PATTERN]
// --judge compares the last run anew; --fresh asks k3d again where its answers are kept; --verbose says more.
// K3D: k3d's program. SCRATCH: a folder for what comes and goes. Root, or user namespaces, are needed: each worker has a
// network and mounts of its own.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALLOW } from './rules.mjs';
import { differences } from './normal.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const scratch = process.env.SCRATCH ?? join(tmpdir(), 'diff');
// Of this run alone: another one may be under way.
const ownFolder = join(scratch, 'run', String(process.pid));
process.on('exit', () => rmSync(ownFolder, { recursive: true, force: true }));
const env = {
  ...process.env,
  SCRATCH: scratch,
  RUN: ownFolder,
  K3D: process.env.K3D ?? join(scratch, 'bin/k3d'),
  OURS: process.env.OURS ?? join(here, '../..'),
};
const argv = process.argv.slice(2);
const verbose = argv.includes('--verbose');
const jsonAt = argv.indexOf('--json');
const jsonFile = jsonAt === -1 ? undefined : argv[jsonAt + 1];
const pattern = new RegExp(
  argv.filter((arg, at) => !arg.startsWith('--') && !(jsonAt !== -1 && at === jsonAt + 1))[0] ?? '.',
);
for (const name of ['K3D', 'OURS'])
  if (!existsSync(env[name])) {
    console.error(`${name}: there is nothing at ${env[name]}`);
    process.exit(2);
  }

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`Node 24 is needed, this is ${process.version}`);
  process.exit(2);
}

function makeCertificates() {
  const folder = join(ownFolder, 'certs');
  mkdirSync(folder, { recursive: true });
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const key = (name) => openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', `${name}.key`);
  key('ca');
  openssl(
    'req',
    '-x509',
    '-new',
    '-key',
    'ca.key',
    '-days',
    '2',
    '-subj',
    '/CN=k3s-server-ca',
    '-out',
    'ca.crt',
    '-addext',
    'basicConstraints=critical,CA:TRUE',
  );
  for (const [name, subject, names] of [
    [
      'server',
      '/CN=k3s',
      'subjectAltName=DNS:localhost,DNS:kubernetes,DNS:update.k3s.io,IP:127.0.0.1,IP:0.0.0.0,IP:127.0.0.2,IP:127.0.0.3',
    ],
    ['client', '/O=system:masters/CN=system:admin', 'extendedKeyUsage=clientAuth'],
  ]) {
    key(name);
    openssl('req', '-new', '-key', `${name}.key`, '-subj', subject, '-out', `${name}.csr`);
    writeFileSync(join(folder, `${name}.ext`), `${names}\n`);
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      'ca.crt',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-days',
      '2',
      '-extfile',
      `${name}.ext`,
      '-out',
      `${name}.crt`,
    );
  }
}

const caseFiles = readdirSync(join(here, 'cases'))
  .filter((name) => name.endsWith('.json'))
  .sort();
const cases = caseFiles.flatMap((file) =>
  JSON.parse(readFileSync(join(here, 'cases', file), 'utf8')).map((one) => ({ ...one, file })),
);
const names = new Set();
for (const { name } of cases) {
  if (names.has(name)) throw new Error(`two cases are called ${name}`);
  names.add(name);
}
const chosen = cases.filter(({ name, file }) => pattern.test(name) || pattern.test(file));

const isAllowed = ({ path, k3d, ours }, one) =>
  ALLOW.find(
    (rule) =>
      rule.path.test(path) &&
      (rule.k3d === undefined || rule.k3d.test(JSON.stringify(k3d) ?? 'undefined')) &&
      (rule.ours === undefined || rule.ours.test(JSON.stringify(ours) ?? 'undefined')) &&
      (rule.when === undefined || rule.when({ path, k3d, ours }, one)),
  );

function judge(one, { k3d, ours }) {
  for (const [tool, result] of [
    ['k3d', k3d],
    ['ours', ours],
  ])
    if (result.broken) return [{ path: `/broken (${tool})`, k3d: k3d.broken, ours: ours.broken }];
  const rules = new Set();
  const found = differences(k3d.form, ours.form).filter((difference) => {
    const rule = isAllowed(difference, { ...one, k3d, ours });
    if (rule) rules.add(rule);
    return !rule;
  });
  for (const rule of rules) rule.used = (rule.used ?? 0) + 1;
  // Where one has failed, all that it has not made is no news.
  const failed = found.some(({ path }) => path.startsWith('/exit'));
  return failed
    ? found.filter(
        ({ k3d: a, ours: b, path }) =>
          /^\/(exit|message|broken)/.test(path) || (a !== undefined && b !== undefined && !path.startsWith('/made')),
      )
    : found;
}

makeCertificates();
writeFileSync(join(ownFolder, 'hosts'), '127.0.0.1 localhost update.k3s.io\n');
const started = Date.now();
// What k3d does to a case does not change as long as the harness and k3d do not: it is kept.
const harness = createHash('sha256');
for (const name of ['engine.mjs', 'kube.mjs', 'normal.mjs', 'tar.mjs', 'worker.mjs'])
  harness.update(readFileSync(join(here, name)));
harness.update(`${statSync(env.K3D).size} ${statSync(env.K3D).mtimeMs}`);
const harnessId = harness.digest('hex').slice(0, 16);
const keptFolder = join(scratch, 'kept', harnessId);
mkdirSync(keptFolder, { recursive: true });
const usesOurs = (one) => (one.before ?? []).some((step) => step.ours);
const keptFile = ({ file, kind, ...one }) =>
  join(keptFolder, `${createHash('sha256').update(JSON.stringify(one)).digest('hex').slice(0, 24)}.json`);
const kept = new Map();
if (!argv.includes('--fresh'))
  for (const one of chosen) {
    const path = keptFile(one);
    if (existsSync(path)) kept.set(one.name, JSON.parse(readFileSync(path, 'utf8')));
  }
const lastFile = join(scratch, 'last.json');
const last = argv.includes('--judge') ? new Map(JSON.parse(readFileSync(lastFile, 'utf8'))) : undefined;
if (last !== undefined) chosen.splice(0, chosen.length, ...chosen.filter(({ name }) => last.has(name)));
const queue = [...chosen];
const results = new Map();

if (last !== undefined) for (const [name, answer] of last) results.set(name, answer);
else
  await Promise.all(
    Array.from(
      { length: Math.min(queue.length, Number(process.env.JOBS ?? availableParallelism() * 3)) },
      (_x, at) =>
        new Promise((resolve, reject) => {
          const child = spawn(
            'unshare',
            [
              ...(process.getuid?.() === 0 ? [] : ['-r']),
              '-n',
              '-m',
              'sh',
              '-c',
              'ip link set lo up && mount --bind "$RUN/hosts" /etc/hosts && exec "$0" "$1"',
              process.execPath,
              join(here, 'worker.mjs'),
            ],
            { env: { ...env, WORKER: String(at) }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
          );
          let current;
          child.on('message', (answer) => {
            if (answer.name) {
              if (kept.has(answer.name)) answer.k3d = kept.get(answer.name);
              else if (!answer.k3d.broken && !usesOurs(current))
                writeFileSync(keptFile(current), JSON.stringify(answer.k3d));
              results.set(answer.name, answer);
            }
            current = queue.shift();
            child.send(current === undefined ? 'end' : { ...current, kept: kept.has(current.name) });
          });
          child.on('exit', (code) =>
            code === 0 ? resolve() : reject(new Error(`worker ended with ${code} at ${current?.name}`)),
          );
        }),
    ),
  );

if (last === undefined) writeFileSync(lastFile, JSON.stringify([...results]));
let same = 0;
const report = [];
for (const one of chosen) {
  const result = results.get(one.name);
  const found = judge(one, result);
  if (found.length === 0) same++;
  report.push({
    name: one.name,
    kind: one.kind,
    run: one.run,
    differences: found,
    steps: { k3d: result.k3d.steps, ours: result.ours.steps },
    ...(verbose ? { forms: { k3d: result.k3d.form, ours: result.ours.form } } : {}),
  });
  console.log(`${found.length === 0 ? 'same' : 'DIFF'} ${one.name}`);
  const text = (value) => {
    const shown = JSON.stringify(value);
    return shown === undefined ? '-' : shown.length > 600 ? `${shown.slice(0, 600)}…` : shown;
  };
  for (const { path, k3d, ours } of found)
    console.log(`     ${path}\n       k3d:  ${text(k3d)}\n       ours: ${text(ours)}`);
  if (found.some(({ path }) => path.startsWith('/exit') || path.startsWith('/message')))
    for (const tool of ['k3d', 'ours'])
      for (const step of result[tool].steps ?? [])
        console.log(
          `     ${tool} said (${step.code}): ${step.stderr.trim().split('\n').slice(-2).join(' / ').slice(0, 500)}`,
        );
  if (verbose)
    for (const tool of ['k3d', 'ours'])
      for (const step of result[tool].steps ?? []) console.log(`     ${tool}: ${step.ms} ms`);
  if (verbose)
    for (const tool of ['k3d', 'ours'])
      for (const note of [...(result[tool].notes ?? []), ...(result[tool].unknown ?? [])])
        console.log(`     note (${tool}): ${note}`);
}
const unused = chosen.length === cases.length ? ALLOW.filter(({ used }) => !used).map(({ reason }) => reason) : [];
for (const reason of unused) console.log(`note: no case needs the rule "${reason}"`);
console.log(`${same} of ${chosen.length} the same (${((Date.now() - started) / 1000).toFixed(0)} s)`);
if (jsonFile) writeFileSync(jsonFile, JSON.stringify(report, null, 1));
process.exit(same === chosen.length ? 0 : 1);
