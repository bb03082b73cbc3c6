import { parseDocument } from 'yaml';
import { UserError } from '../../common/errors.ts';
import { suggestion } from '../../common/nearest.ts';
import { isMapping } from '../../common/mapping.ts';
import { sentenceOf } from '../../config/manifests.ts';
import { readName } from '../../config/scalars.ts';
import type { InputName } from './inputNames.ts';

/** A cluster of the input `clusters`: its name, and what it has instead of the inputs' own values. */
export interface ListedCluster {
  name: string;
  values: ReadonlyMap<InputName, string>;
}

const WHERE = 'input "clusters"';

/** Inputs that a cluster of the list may have for itself. */
const OWN_INPUTS: readonly InputName[] = [
  'version',
  'image',
  'servers',
  'agents',
  'k3s-args',
  'ports',
  'volumes',
  'env',
  'node-labels',
  'registries',
  'token',
  'network',
  'datastore',
  'api-port',
];

/**
 * Reads names with commas or line breaks between, or a YAML list of names and of mappings from inputs to values.
 * @returns none when the input is empty
 * @throws UserError naming the entry that is wrong
 */
export function readClusterList(text: string): ListedCluster[] {
  if (text === '') return [];
  const entries = entriesOf(text).map(readEntry);
  const names = entries.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UserError(`${WHERE}: "${twice}" is there twice: give each cluster its own name`);
  return entries;
}

function entriesOf(text: string): unknown[] {
  if (/^[\w.-]+(\s*[\s,]\s*[\w.-]+)*,?$/.test(text)) return text.split(/[\s,]+/).filter((name) => name !== '');
  const document = parseDocument(text, { logLevel: 'error' });
  const [problem] = document.errors;
  if (problem !== undefined)
    throw new UserError(`${WHERE}, line ${problem.linePos?.[0].line ?? 1}: ${sentenceOf(problem)}`);
  const value: unknown = document.toJS();
  if (!Array.isArray(value) || value.length === 0)
    throw new UserError(`${WHERE}: expected a list, e.g. "east, west" or lines such as "- name: east"`);
  return value;
}

function readEntry(entry: unknown, index: number): ListedCluster {
  const where = `${WHERE}, entry ${index + 1}`;
  if (typeof entry === 'string') return { name: readName(entry, where), values: new Map() };
  if (!isMapping(entry) || (typeof entry.name !== 'string' && typeof entry.name !== 'number'))
    throw new UserError(`${where}: expected a name, or a mapping with "name"`);
  const { name, ...rest } = entry;
  const values = new Map<InputName, string>();
  for (const [key, value] of Object.entries(rest)) {
    const input = OWN_INPUTS.find((one) => one === key);
    if (input === undefined)
      throw new UserError(
        `${where}: "${key}" is nothing that a cluster has for itself${suggestion(key, ['name', ...OWN_INPUTS])}`,
      );
    values.set(input, textOf(value, `${where}: "${key}"`));
  }
  return { name: readName(String(name), where), values };
}

/** A list stands for lines. */
function textOf(value: unknown, where: string): string {
  if (Array.isArray(value)) return value.map((one) => textOf(one, where)).join('\n');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new UserError(`${where}: expected a text, a number or a list of these`);
}
