import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { type Document, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import { messageOf, UserError } from '../common/errors.ts';
import { isMapping } from '../common/mapping.ts';
import { expandEnv } from './expandEnv.ts';
import { type Path, withKnownKeys } from './knownKeys.ts';
import { suggestion } from '../common/nearest.ts';
import { migrateDocument, MIGRATABLE } from './migrate.ts';
import { CONFIG_API_VERSION, CONFIG_KIND, CONFIG_SCHEMA } from './schema.ts';

/** A document of a config file and where things stand in it, for error messages. */
export interface Located {
  document: Document;
  /** What it says, its keys as the schema writes them. */
  value: Record<string, unknown>;
  /** What its reader should know. */
  notices: string[];
  lines: LineCounter;
  name: string;
  /** The version that it was written in, if it is older than ours. */
  migratedFrom: string | undefined;
}

/**
 * The documents of a config file, brought to the current version and checked against its schema.
 * @param name of the file, for messages
 * @param env what variables stand for; undefined: they stay as they are written
 * @throws UserError with file and line for YAML that is malformed, unknown keys and values of the wrong kind
 */
export function readDocuments(text: string, name: string, env: NodeJS.ProcessEnv | undefined): Located[] {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(env === undefined ? text : expandEnv(text, env, name), {
    lineCounter: lines,
    prettyErrors: false,
    merge: true,
  });
  const documents = Array.isArray(parsed) ? parsed.filter((one) => !isNothing(one) || one.errors.length > 0) : [];
  if (documents.length === 0) throw new UserError(`${name} is empty: expected a ${CONFIG_API_VERSION} document`);
  return documents.map((document) => {
    const problem = document.errors[0];
    if (problem !== undefined) {
      const { line, col } = lines.linePos(problem.pos[0]);
      throw new UserError(`${name}:${line}:${col}: malformed YAML: ${problem.message}`);
    }
    const located: Located = { document, lines, name, migratedFrom: undefined, value: {}, notices: [] };
    checkAliases(document, name);
    located.value = inSchemasWords(located, []);
    const version = checkKind(located);
    if (version !== CONFIG_API_VERSION) {
      migrateDocument(document, version);
      located.migratedFrom = version;
    }
    located.value = inSchemasWords(located, located.notices);
    checkSchema(located);
    return located;
  });
}

/** Aliases are resolved when the document becomes values: one may name no anchor, or so many that they would fill the memory. */
function checkAliases(document: Document, name: string): void {
  try {
    document.toJS();
  } catch (error) {
    throw new UserError(`${name}: malformed YAML: ${messageOf(error)}`, { cause: error });
  }
}

/** Whether there is nothing in a document: a file may end with `---`. */
const isNothing = ({ contents }: Document): boolean =>
  contents === null || (isScalar(contents) && contents.value === null);

/** What a document says with keys as the schema writes them. @param notices is given what it says that nobody knows */
function inSchemasWords(located: Located, notices: string[]): Record<string, unknown> {
  const { value, unknown } = withKnownKeys(located.document.toJS(), CONFIG_SCHEMA);
  for (const path of unknown)
    notices.push(`${placeOf(located, path)}: "${path.join('.')}" is unknown and has no effect`);
  return isMapping(value) ? value : {};
}

/** @returns the version that the document is written in */
function checkKind(located: Located): string {
  const { name, value } = located;
  const { apiVersion, kind } = value as { apiVersion?: unknown; kind?: unknown };
  const where = placeOf(located, ['apiVersion']);
  if (apiVersion !== CONFIG_API_VERSION && !MIGRATABLE.includes(apiVersion as string)) {
    const found = apiVersion === undefined ? 'no apiVersion' : `apiVersion ${show(apiVersion)}`;
    throw new UserError(
      `${apiVersion === undefined ? name : where}: ${found}; expected ${CONFIG_API_VERSION}, or an older one from ${MIGRATABLE[0]}`,
    );
  }
  if (kind !== CONFIG_KIND)
    throw new UserError(`${placeOf(located, ['kind'])}: kind ${show(kind)}; expected ${CONFIG_KIND}`);
  return apiVersion as string;
}

/** Compiled when it is needed first. */
let validate: ValidateFunction | undefined;

function checkSchema(located: Located): void {
  validate ??= new Ajv({ verbose: true, allowUnionTypes: true, strict: false }).compile(CONFIG_SCHEMA);
  if (validate(located.value)) return;
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
export function placeOf({ document, lines, name }: Located, path: Path): string {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return `${name}:${lines.linePos(range[0]).line}`;
  }
  return name;
}
