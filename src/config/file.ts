import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import { messageOf, UserError } from '../common/errors.ts';
import { suggestion } from '../common/nearest.ts';
import { FIELDS } from './fields.ts';
import { resolveVolume } from './layers.ts';
import { CONFIG_API_VERSION, CONFIG_KIND, CONFIG_SCHEMA, UNSUPPORTED } from './schema.ts';
import type { ConfigLayer, Filtered } from './types.ts';

type Path = (string | number)[];

/** Where things stand in a document, for error messages. */
interface Located {
  document: Document;
  lines: LineCounter;
  name: string;
}

/** What surrounds a config file. */
export interface FileSurroundings {
  /** Name of the file for messages; undefined for an inline document. */
  path: string | undefined;
  env: NodeJS.ProcessEnv;
  /** Folder that relative volumes are relative to. */
  cwd: string;
}

/** Reads a config file from disk. @throws UserError naming file and line */
export function readConfigFile(path: string, env: NodeJS.ProcessEnv, cwd: string): ConfigLayer {
  const full = resolve(cwd, path);
  let text: string;
  try {
    text = readFileSync(full, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserError(`config file ${path} ${missing ? 'does not exist' : `can't be read: ${messageOf(error)}`}`, {
      cause: error,
    });
  }
  return parseConfig(text, { path: full, env, cwd });
}

/**
 * The layer that a k3d config document describes.
 * @throws UserError with file and line for YAML that is malformed, unknown keys and values of the wrong kind
 */
export function parseConfig(text: string, surroundings: FileSurroundings): ConfigLayer {
  const name = surroundings.path ?? 'inline config';
  const lines = new LineCounter();
  const documents = parseAllDocuments(expandEnv(text, surroundings.env), { lineCounter: lines, prettyErrors: false });
  const [document, ...others] = Array.isArray(documents) ? documents.filter((one) => one.contents !== null) : [];
  if (document === undefined) throw new UserError(`${name} is empty: expected a ${CONFIG_API_VERSION} document`);
  const problem = document.errors[0];
  if (problem !== undefined) {
    const { line, col } = lines.linePos(problem.pos[0]);
    throw new UserError(`${name}:${line}:${col}: malformed YAML: ${problem.message}`);
  }
  if (others.length > 0)
    throw new UserError(`${name} has ${others.length + 1} documents; one cluster a file is supported`);
  const located = { document, lines, name };
  checkKind(located);
  checkSchema(located);
  return toLayer(located, surroundings);
}

/** Go's os.ExpandEnv, which k3d applies to the raw text: `$VAR` and `${VAR}`; what is unset becomes nothing. */
function expandEnv(text: string, env: NodeJS.ProcessEnv): string {
  return text.replace(
    /\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g,
    (_all, braced: string, bare: string) => env[braced ?? bare] ?? '',
  );
}

function checkKind(located: Located): void {
  const { document, name } = located;
  const { apiVersion, kind } = (document.toJS() ?? {}) as { apiVersion?: unknown; kind?: unknown };
  const where = placeOf(located, ['apiVersion']);
  if (apiVersion !== CONFIG_API_VERSION) {
    const found = apiVersion === undefined ? 'no apiVersion' : `apiVersion ${show(apiVersion)}`;
    throw new UserError(`${apiVersion === undefined ? name : where}: ${found}; expected ${CONFIG_API_VERSION}`);
  }
  if (kind !== CONFIG_KIND)
    throw new UserError(`${placeOf(located, ['kind'])}: kind ${show(kind)}; expected ${CONFIG_KIND}`);
}

function checkSchema(located: Located): void {
  const value = located.document.toJS() as unknown;
  for (const [path, why] of Object.entries(UNSUPPORTED)) {
    const parts = path.split('.');
    if (located.document.hasIn(parts)) throw new UserError(`${placeOf(located, parts)}: "${path}": ${why}`);
  }
  const ajv = new Ajv({ verbose: true, allowUnionTypes: true, strict: false });
  const validate = ajv.compile(CONFIG_SCHEMA);
  if (validate(value)) return;
  const error = (validate.errors as ErrorObject[])[0] as ErrorObject;
  const path = pointerPath(error.instancePath);
  const subject = path.length === 0 ? 'the document' : `"${path.join('.')}"`;
  throw new UserError(describeSchemaError(located, error, path, subject));
}

function describeSchemaError(located: Located, error: ErrorObject, path: Path, subject: string): string {
  const where = placeOf(located, path);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = (error.params as { additionalProperty: string }).additionalProperty;
      const known = Object.keys((error.parentSchema as { properties: object }).properties);
      return `${placeOf(located, [...path, key])}: unknown key "${[...path, key].join('.')}"${suggestion(key, known)}`;
    }
    case 'required':
      return `${where}: ${subject} lacks "${(error.params as { missingProperty: string }).missingProperty}"`;
    case 'type':
      return `${where}: ${subject} must be ${typeName((error.params as { type: string | string[] }).type)}, not ${show(error.data)}`;
    default:
      return `${where}: ${subject} ${error.message ?? 'is wrong'}, not ${show(error.data)}`;
  }
}

function typeName(type: string | string[]): string {
  const names: Record<string, string> = {
    integer: 'a whole number',
    string: 'a text',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping',
  };
  return [type]
    .flat()
    .map((one) => names[one] ?? one)
    .join(' or ');
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function pointerPath(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
}

/** `file:line` of the nearest thing that is there. */
function placeOf({ document, lines, name }: Located, path: Path): string {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return `${name}:${lines.linePos(range[0]).line}`;
  }
  return name;
}

function toLayer(located: Located, surroundings: FileSurroundings): ConfigLayer {
  const { document } = located;
  const layer: ConfigLayer = {};
  for (const field of FIELDS) {
    const path = field.path.split('.');
    const value = document.getIn(path) as string | number | boolean | null | undefined;
    if (value === undefined || value === null || value === '') continue;
    Object.assign(layer, field.read(String(value), `${placeOf(located, path)}: "${field.path}"`));
  }
  const filtered = (path: string, key: string): Filtered[] => readFiltered(located, path.split('.'), key);
  layer.ports = filtered('ports', 'port');
  layer.volumes = filtered('volumes', 'volume').map((entry) => resolveVolume(entry, surroundings.cwd));
  layer.env = filtered('env', 'envVar');
  layer.k3sArgs = filtered('options.k3s.extraArgs', 'arg');
  layer.nodeLabels = filtered('options.k3s.nodeLabels', 'label');
  layer.runtimeLabels = filtered('options.runtime.labels', 'label');
  layer.files = readFiles(located, surroundings);
  const value = document.toJS() as {
    hostAliases?: ConfigLayer['hostAliases'];
    registries?: { config?: string };
    options?: { runtime?: { ulimits?: ConfigLayer['ulimits'] } };
  };
  layer.hostAliases = value.hostAliases;
  layer.ulimits = value.options?.runtime?.ulimits;
  const registries = value.registries?.config;
  if (registries) {
    layer.registriesYaml = inlineOrFile(
      registries,
      surroundings,
      `${placeOf(located, ['registries', 'config'])}: "registries.config"`,
    );
  }
  return layer;
}

function readFiltered(located: Located, path: Path, key: string): Filtered[] {
  const entries = (located.document.toJS() as unknown) ?? {};
  const found = path.reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], entries);
  return ((found as Record<string, unknown>[] | undefined) ?? []).map((entry, index) => ({
    value: String(entry[key]),
    nodeFilters: (entry.nodeFilters as string[] | undefined) ?? [],
    where: `${placeOf(located, [...path, index])}: "${path.join('.')}"`,
  }));
}

function readFiles(located: Located, surroundings: FileSurroundings): ConfigLayer['files'] {
  const { files } = located.document.toJS() as {
    files?: { source: string; destination: string; nodeFilters?: string[] }[];
  };
  return (files ?? []).map((file, index) => {
    const where = `${placeOf(located, ['files', index])}: "files"`;
    const source = inlineOrFile(file.source, surroundings, where);
    return { source, destination: file.destination, nodeFilters: file.nodeFilters ?? [], where };
  });
}

/** A text with a line break is the content itself, anything else a path relative to the config file, as in k3d. */
function inlineOrFile(source: string, { path, cwd }: FileSurroundings, where: string): string {
  if (source.includes('\n')) return source;
  try {
    return readFileSync(resolve(path === undefined ? cwd : dirname(path), source), 'utf8');
  } catch (error) {
    throw new UserError(`${where}: file "${source}" can't be read: ${messageOf(error)}`, { cause: error });
  }
}
