import { basename, join } from 'node:path';
import { LineCounter, parseAllDocuments, stringify } from 'yaml';
import { messageOf, UserError } from '../common/errors.ts';
import { isMapping } from '../common/mapping.ts';
import { readText } from '../common/text.ts';
import { filesNamed } from './globs.ts';
import { type Target, TARGET_KINDS, type TargetKind } from './target.ts';
import type { FileEntry } from './types.ts';

/** YAML that k3s applies when it starts. */
export interface Manifest {
  /** Name of the file that it becomes. */
  name: string;
  content: string;
  where: string;
  /** What is to be waited for in it. */
  targets: Target[];
}

/** One that is fetched first. */
export interface RemoteManifest {
  url: string;
  sha256: string;
  where: string;
}

/** Stands in a file of a node for a range of addresses that its network leaves free. */
export const ADDRESS_POOL = '${K3D_ADDRESS_POOL}';

/** Kinds whose objects do something, and are waited for until they do. */
const AWAITED: readonly TargetKind[] = ['deployment', 'daemonset', 'statefulset', 'job', 'crd'];

/**
 * Reads manifests by path, glob or URL. A URL has the digest of what is there behind it: `https://…#sha256=…`.
 * @param entries one a line, relative to `cwd`
 * @throws UserError naming the entry, or the file, line and document that is wrong
 */
export function readManifests(
  entries: readonly { value: string; where: string }[],
  cwd: string,
): { local: Manifest[]; remote: RemoteManifest[] } {
  const local: Manifest[] = [];
  const remote: RemoteManifest[] = [];
  for (const { value, where } of entries) {
    if (/^https?:\/\//.test(value)) {
      remote.push(readRemote(value, where));
      continue;
    }
    for (const path of filesNamed({ value, where }, cwd))
      local.push(toManifest(basename(path), textOf(join(cwd, path), where), path));
  }
  return { local, remote };
}

function textOf(path: string, where: string): string {
  try {
    return readText(path);
  } catch (error) {
    throw new UserError(`${where}: ${path} can't be read: ${messageOf(error)}`, { cause: error });
  }
}

function readRemote(value: string, where: string): RemoteManifest {
  const [url = '', digest = ''] = value.split('#');
  const sha256 = /^sha256=([0-9a-f]{64})$/.exec(digest)?.[1];
  if (sha256 === undefined || !URL.canParse(url))
    throw new UserError(
      `${where}: "${value}" lacks the digest of what is there: expected URL#sha256=…, as "curl URL | sha256sum" says it`,
    );
  return { url, sha256, where };
}

interface KubeObject {
  apiVersion?: unknown;
  kind?: unknown;
  items?: unknown[];
  metadata?: { name?: unknown; namespace?: unknown };
}

/**
 * A manifest of a text.
 * @param where its path or URL
 * @throws UserError with file and line for malformed YAML, or for what is no object of Kubernetes
 */
export const toManifest = (name: string, content: string, where: string): Manifest => ({
  name,
  content,
  where,
  targets: targetsOf(content, where),
});

/** What the parser has to say of malformed YAML, without the place, which is said before it. */
export const sentenceOf = ({ message }: { message: string }): string =>
  (message.split('\n')[0] ?? '').replace(/ at line.*$/, '');

function targetsOf(content: string, where: string): Target[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(content, { lineCounter: lines, logLevel: 'error' });
  const targets: Target[] = [];
  for (const [index, document] of [...documents].entries()) {
    const [problem] = document.errors;
    if (problem !== undefined)
      throw new UserError(`${where}:${problem.linePos?.[0].line ?? 1}: ${sentenceOf(problem)}`);
    const object: unknown = document.toJS();
    if (object === null || object === undefined) continue;
    const { line } = lines.linePos(document.contents?.range?.[0] ?? 0);
    targets.push(...targetsIn(object, `${where}:${line}: document ${index + 1}`));
  }
  return targets;
}

function targetsIn(object: unknown, where: string): Target[] {
  if (!isMapping(object))
    throw new UserError(`${where} is not a Kubernetes object: expected apiVersion, kind and metadata`);
  const { apiVersion, kind, metadata, items } = object as KubeObject;
  for (const [key, value] of Object.entries({ apiVersion, kind }))
    if (typeof value !== 'string' || value === '') throw new UserError(`${where} has no "${key}"`);
  if (String(kind).endsWith('List') && Array.isArray(items)) return items.flatMap((item) => targetsIn(item, where));
  const { name, namespace = 'default' } = metadata ?? {};
  if (typeof name !== 'string' || name === '') throw new UserError(`${where} has no "metadata.name"`);
  return targetOf(String(kind).toLowerCase(), name, String(namespace));
}

function targetOf(kind: string, name: string, namespace: string): Target[] {
  // k3s installs a chart by a job of that name.
  if (kind === 'helmchart') return [{ kind: 'job', name: `helm-install-${name}`, namespace }];
  const found = AWAITED.find((one) => one === kind || TARGET_KINDS[one].aliases.includes(kind));
  return found === undefined ? [] : [{ kind: found, name, namespace }];
}

/**
 * A folder whose files k3s applies after its own, in the order of their names: a claim that comes before there is a
 * storage class gets none until Kubernetes 1.28.
 */
const FOLDER = 'k3s-manifests/zz-k3d';

/** Files of the first server, which k3s applies in their order. */
export const manifestFiles = (manifests: readonly Manifest[]): FileEntry[] =>
  manifests.map(({ name, content, where }, index) => ({
    // A text with a line break is content, and no path.
    source: content.endsWith('\n') ? content : `${content}\n`,
    destination: `${FOLDER}/${String(index).padStart(2, '0')}-${name.replace(/\.(ya?ml|json)$/, '')}.yaml`,
    nodeFilters: ['server:0'],
    where,
  }));

/** A Helm chart to install. */
export interface Chart {
  name: string;
  /** Of the repository; empty: `chart` is a URL itself. */
  repo: string;
  chart: string;
  version: string | undefined;
  namespace: string;
  values?: Record<string, unknown>;
  /** Whether it is what pods need to run at all. */
  bootstrap?: boolean;
}

/**
 * Reads `NAME=REPOSITORY/CHART[@VERSION] [-n NAMESPACE]` or `NAME=oci://…[@VERSION]`.
 * @throws UserError when it is malformed
 */
export function readChart(text: string, where: string): Chart {
  const match = /^([a-z0-9][a-z0-9-]*)=((?:https?|oci):\/\/\S+?)(?:@(v?\d\S*))?(?:\s+-n\s+([a-z0-9-]+))?$/.exec(text);
  const [, name = '', url = '', version, namespace = 'default'] = match ?? [];
  if (match === null || !URL.canParse(url))
    throw new UserError(
      `${where}: malformed chart "${text}": expected NAME=REPOSITORY/CHART[@VERSION] [-n NAMESPACE], e.g. podinfo=https://stefanprodan.github.io/podinfo/podinfo@6.9.2 -n demo`,
    );
  const isWhole = url.startsWith('oci://') || url.endsWith('.tgz');
  const cut = url.lastIndexOf('/');
  const [repo, chart] = isWhole ? ['', url] : [url.slice(0, cut), url.slice(cut + 1)];
  return { name, repo, chart, version, namespace };
}

/** Namespaces that each cluster has from its beginning. */
const PRESENT_NAMESPACES: readonly string[] = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

/** The objects by which k3s installs a chart (docs.k3s.io/helm). */
export function chartManifest({ name, repo, chart, version, namespace, values, bootstrap }: Chart): Manifest {
  const spec = {
    ...(repo === '' ? {} : { repo }),
    chart,
    ...(version === undefined ? {} : { version }),
    targetNamespace: namespace,
    ...(bootstrap ? { bootstrap } : {}),
    ...(values === undefined ? {} : { valuesContent: stringify(values) }),
  };
  const metadata = { name, namespace: 'kube-system' };
  // Its field for that is unknown to releases before 1.24, and what is unknown is dropped without a word.
  const space = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
  const helmChart = { apiVersion: 'helm.cattle.io/v1', kind: 'HelmChart', metadata, spec };
  const objects = PRESENT_NAMESPACES.includes(namespace) ? [helmChart] : [space, helmChart];
  const content = objects.map((object) => stringify(object)).join('---\n');
  return toManifest(`${name}.yaml`, content, `chart ${name}`);
}
