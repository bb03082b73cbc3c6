// Runs cases in a network of its own, one after the other: each with both tools, each tool on an engine of its own.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import https from 'node:https';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Engine, imageArchive } from './engine.mjs';
import { normalForm } from './normal.mjs';

const { K3D, OURS, SCRATCH, RUN, WORKER, STEP_MS = '60000' } = process.env;
const yaml = createRequire(join(OURS, 'package.json'))('yaml');
const certs = Object.fromEntries(
  readdirSync(join(RUN, 'certs')).map((name) => [name, readFileSync(join(RUN, 'certs', name), 'utf8')]),
);

/** k3s's own list of its channels. */
const CHANNELS = {
  data: [
    ['stable', 'v1.33.5+k3s1'],
    ['latest', 'v1.34.1+k3s1'],
    ['testing', 'v1.34.2-rc1+k3s1'],
    ['v1.33', 'v1.33.5+k3s1'],
    ['v1.32', 'v1.32.9+k3s1'],
    ['v1.31', 'v1.31.13+k3s1'],
    ['v1.30', 'v1.30.14+k3s2'],
  ].map(([name, latest]) => ({ id: name, type: 'channel', name, latest })),
};
https
  .createServer({ key: certs['server.key'], cert: certs['server.crt'] }, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(CHANNELS));
  })
  .listen(443, '127.0.0.1')
  .unref();

/** Words of a command line: quotes as a shell has them, no expansion. */
export function words(line) {
  if (Array.isArray(line)) return line;
  const out = [];
  for (const [, piece] of line.matchAll(/((?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+)/g))
    out.push(piece.replace(/'([^']*)'|"([^"]*)"|\\(.)/g, (_all, a, b, c) => a ?? b ?? c));
  return out;
}

function listFiles(root, skip = /^\.(cache|docker|npm)\//) {
  const found = {};
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const name = relative(root, path);
      if (skip.test(`${name}/`)) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile())
        found[name] = { text: readFileSync(path, 'utf8'), mode: (statSync(path).mode & 0o777).toString(8) };
    }
  };
  walk(root);
  return found;
}

async function command(tool, args, { cwd, env, stdin }) {
  const started = Date.now();
  const [file, first] = tool === 'k3d' ? [K3D, []] : [process.execPath, [join(OURS, 'src/cli.ts')]];
  return await new Promise((resolve) => {
    const child = spawn(file, [...first, ...args], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    const out = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (out.stdout += chunk));
    child.stderr.on('data', (chunk) => (out.stderr += chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin ?? '');
    const clock = setTimeout(() => {
      out.late = true;
      child.kill('SIGKILL');
    }, Number(STEP_MS));
    child.on('close', (code) => {
      clearTimeout(clock);
      resolve({ ...out, code: out.late ? 'no end' : code, ms: Date.now() - started });
    });
  });
}

/** Prepares what the case says was there before. */
async function prepare(steps, engine, run) {
  for (const step of steps) {
    if (step.k3d) await must(run('k3d', step.k3d), step.k3d);
    else if (step.ours) await must(run('ours', step.ours), step.ours);
    else if (step.network)
      engine.makeNetwork({
        Driver: 'bridge',
        ...(typeof step.network === 'string' ? { Name: step.network } : step.network),
      });
    else if (step.volume) engine.volumes.set(step.volume, engine.volume(step.volume, step.labels ?? {}, 'before'));
    else if (step.container) {
      const made = engine.makeContainer(step.container, { Image: 'busybox', Hostname: step.container, ...step.body });
      if (step.start !== false) engine.start(made);
    } else if (step.stop) engine.halt(engine.find(step.stop));
    else if (step.remove) engine.remove(engine.find(step.remove), { force: true, v: true });
  }
}

async function must(running, line) {
  const { code, stderr } = await running;
  if (code !== 0) throw new Error(`precondition "${line}" ended with ${code}: ${stderr.slice(-400)}`);
}

async function runCase(one, tool) {
  const root = join(RUN, `${WORKER}-${tool}`);
  rmSync(root, { recursive: true, force: true });
  const [home, work, temporary] = [join(root, 'home'), join(root, 'work'), join(root, 'tmp')];
  for (const folder of [home, work, temporary]) mkdirSync(folder, { recursive: true });
  const fill = (text) => text.replaceAll('{{WORK}}', work).replaceAll('{{HOME}}', home);
  for (const [path, content] of Object.entries(one.files ?? {})) {
    const full = path.startsWith('~/') ? join(home, path.slice(2)) : join(work, path);
    mkdirSync(dirname(full), { recursive: true });
    if (path.endsWith('/')) mkdirSync(full, { recursive: true });
    else if (typeof content === 'object' && content.images) writeFileSync(full, imageArchive(content.images));
    else if (typeof content === 'object' && content.link) symlinkSync(fill(content.link), full);
    else writeFileSync(full, fill(content));
  }
  const engine = new Engine({
    ...one.engine,
    certs,
    onBind: (path) => {
      if (path.startsWith(root) && !existsSync(path)) mkdirSync(path, { recursive: true });
    },
  });
  const socket = join(root, 'docker.sock');
  await engine.listen(socket);
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    TMPDIR: temporary, // k3d leaves files there
    DOCKER_HOST: `unix://${socket}`,
    ...(one.channels ? { [tool === 'k3d' ? 'SSL_CERT_FILE' : 'NODE_EXTRA_CA_CERTS']: join(RUN, 'certs/ca.crt') } : {}),
    NODE_COMPILE_CACHE: join(SCRATCH, 'compile'),
    NODE_NO_WARNINGS: '',
    LANG: 'C.UTF-8',
  };
  for (const [key, value] of Object.entries(one.env ?? {})) env[key] = fill(value);
  const run = (by, line, stdin) =>
    command(by, words(typeof line === 'string' ? fill(line) : line.map(fill)), {
      cwd: join(work, one.cwd ?? '.'),
      env,
      stdin,
    });
  try {
    await prepare(one.before ?? [], engine, run);
    engine.requests.length = 0;
    const before = JSON.stringify([listFiles(home), listFiles(work)]);
    const steps = [];
    const isList =
      Array.isArray(one.run) &&
      one.run.length > 0 &&
      one.run.every((part) => typeof part === 'object' || /\s/.test(part));
    for (const line of isList ? one.run : [one.run]) {
      const spec = typeof line === 'object' && !Array.isArray(line) ? line : { run: line };
      if (spec.run === undefined) {
        await prepare([spec], engine, run);
        continue;
      }
      steps.push({ spec, ...(await run(tool, spec.run, spec.stdin ?? one.stdin)) });
    }
    const known = fill(JSON.stringify([one.run, one.files, one.env, one.before, one.stdin]));
    const replace = (text) =>
      text
        .replaceAll(work, '$WORK')
        .replaceAll(home, '$HOME')
        .replaceAll(root, '$ROOT')
        .replaceAll(tool === 'ours' ? `${process.execPath} ` : '\0', '');
    const { form, plain, deep } = normalForm(engine, { known, yaml, replace, channels: one.channels });
    const kube = new Map([...engine.kubes.keys()].map((name) => [name, 1]));
    form.exit = steps.map(({ code }) => (code === 0 || code === 'no end' ? code : 'an error'));
    form.stdout = steps.map(({ spec, stdout, code }) => shownAs(spec.out ?? one.out, stdout, code, deep, plain));
    form.message = steps.map(({ code, stderr }) => (code === 0 ? 'none needed' : complaint(stderr)));
    const [homeBefore, workBefore] = JSON.parse(before);
    form.made = {
      ...news('~', homeBefore, listFiles(home), deep, plain),
      ...news('.', workBefore, listFiles(work), deep, plain),
    };
    return {
      form,
      requests: engine.requests.map(
        ({ method, path, body }) => `${method} ${plain(path)} ${JSON.stringify(deep(body))}`,
      ),
      steps: steps.map(({ spec, ...rest }) => ({ ...rest, line: spec.run })),
      notes: engine.notes,
      unknown: engine.unknown,
      clusters: kube.size,
    };
  } finally {
    engine.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Whether an error was said in words a person can use. */
function complaint(stderr) {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return 'says nothing';
  if (lines.some((line) => /^\s+at .+:\d+:\d+\)?$|^goroutine \d+|^panic:/.test(line)))
    return 'says it with a stack trace';
  return lines.some((line) => /internal error|please report/i.test(line)) ? 'says it is an internal error' : 'says why';
}

function shownAs(how, stdout, code, deep, plain) {
  if (how === undefined || code !== 0) return null;
  const tidy = (value) => scrub(deep(value));
  try {
    if (how === 'json') return tidy(JSON.parse(stdout || 'null'));
    if (how === 'json-one-line')
      return { lines: stdout.trim().split('\n').length, value: tidy(JSON.parse(stdout || 'null')) };
    if (how === 'yaml') return tidy(yaml.parseAllDocuments(stdout).map((doc) => doc.toJSON()));
  } catch (error) {
    return `no ${how}: ${plain(stdout).slice(0, 200)} (${error.message.split('\n')[0]})`;
  }
  if (how === 'table')
    return plain(stdout)
      .trim()
      .split('\n')
      .map((line) =>
        line
          .trim()
          .split(/\s{2,}|\t+/)
          .join(' | '),
      )
      .sort();
  return plain(stdout).trim();
}

/** Takes out what differs from run to run. */
function scrub(value, key = '') {
  if (Array.isArray(value)) {
    const list = value.map((one) => scrub(one));
    return list.every((one) => one?.name) ? list.sort((a, b) => (a.name < b.name ? -1 : 1)) : list;
  }
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, scrub(one, name)]));
  if (/^(created|Started|started)$/.test(key)) return '<time>';
  if (/-data$/.test(key)) return '<data>';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return '<time>';
  if (typeof value === 'string') return value.replace(/172\.(1[89]|2\d)\.\d+\.\d+(?!\/)/g, '<address>');
  return value;
}

/** An empty list or object, and none at all, are the same in what is read back. */
function pruned(value) {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(pruned);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, pruned(one)])
      .filter(([, one]) => one !== null && !(typeof one === 'object' && Object.keys(one).length === 0)),
  );
}

function news(root, before, after, deep, plain) {
  const made = {};
  for (const [name, { text, mode }] of Object.entries(after)) {
    const isYaml = /\.ya?ml$|config$|kubeconfig/.test(name) || /^kind: Config$/m.test(text);
    if (before[name]?.text === text && !/^kind: Config$/m.test(text)) continue;
    let value = plain(text);
    if (isYaml)
      try {
        value = pruned(scrub(deep(yaml.parse(text))));
      } catch {
        /* shown as it is */
      }
    made[`${root}/${plain(name)}`] = { value, mode };
  }
  for (const name of Object.keys(before)) if (!(name in after)) made[`${root}/${name}`] = 'gone';
  return made;
}

process.on('message', async (one) => {
  if (one === 'end') process.exit(0);
  const answer = { name: one.name };
  for (const tool of one.kept ? ['ours'] : ['k3d', 'ours']) {
    try {
      answer[tool] = await runCase(one, tool);
    } catch (error) {
      answer[tool] = { broken: error.message };
    }
  }
  process.send(answer);
});
process.send({ ready: true });
