import { UserError } from '../common/errors.ts';

/** A request for GPUs. */
export interface GpuRequest {
  driver: string;
  /** How many; -1: all. */
  count: number;
  /** Which ones; then `count` is 0. */
  ids: string[];
  capabilities: string[];
  options: Record<string, string>;
}

const EXPECTED =
  'expected all, a number of GPUs, or fields such as device=ID, count=N, driver=NAME and capabilities=NAME';

/**
 * The value of Docker's `--gpus`: `all`, a number, or fields with commas between them, of which one that has commas in it
 * is in quotes: `"device=0,1",driver=nvidia` (docker CLI: opts/gpus.go). `device=0,1` alone is understood too.
 * @throws UserError for a field that is unknown, twice there or has a value that can't be
 */
export function parseGpus(text: string, where: string): GpuRequest {
  const alone = /^device=[\w.:-]+(,[\w.:-]+)*$/.test(text);
  const fields = (alone ? [text] : (fieldsOf(text) ?? [''])).map((field): [string, string] => {
    const at = field.indexOf('=');
    return at === -1 ? ['count', field] : [field.slice(0, at), field.slice(at + 1)];
  });
  const given = new Map(fields);
  const isWrong = fields.some(([key, value]) => value === '' || !KEYS.has(key)) || given.size < fields.length;
  const count = given.get('count') ?? (given.has('device') ? '0' : '1');
  if (isWrong || !/^(all|-1|\d+)$/.test(count) || (given.has('count') && (given.has('device') || count === '0')))
    throw new UserError(`${where}: ${EXPECTED}; not "${text}"`);
  const list = (key: string): string[] => given.get(key)?.split(',') ?? [];
  const capabilities = list('capabilities');
  return {
    driver: given.get('driver') ?? '',
    count: count === 'all' ? -1 : Number(count),
    ids: list('device'),
    // What makes it a request for GPUs.
    capabilities: capabilities.includes('gpu') ? capabilities : [...capabilities, 'gpu'],
    options: Object.fromEntries(list('options').map((one) => splitAt(one))),
  };
}

/** A request for GPUs as Docker's `--gpus` has it: what `parseGpus` reads. */
export function formatGpus({ driver, count, ids, capabilities, options }: GpuRequest): string {
  const amount = count === -1 ? 'all' : String(count);
  const more = capabilities.filter((one) => one !== 'gpu');
  const fields = [
    ids.length > 0 ? `device=${ids.join(',')}` : `count=${amount}`,
    ...(driver === '' ? [] : [`driver=${driver}`]),
    ...(more.length === 0 ? [] : [`capabilities=${more.join(',')}`]),
    ...(Object.keys(options).length === 0 ? [] : [`options=${pairs(options)}`]),
  ];
  if (ids.length === 0 && fields.length === 1) return amount;
  return fields.map((field) => (field.includes(',') ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}

const pairs = (options: Record<string, string>): string =>
  Object.entries(options)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

const KEYS: ReadonlySet<string> = new Set(['count', 'device', 'driver', 'capabilities', 'options']);

/** `KEY=VALUE`; without an equals sign the value is empty. */
function splitAt(text: string): [string, string] {
  const [key = '', ...value] = text.split('=');
  return [key, value.join('=')];
}

/** The fields of a line of CSV. @returns undefined when a quote is not closed */
function fieldsOf(line: string): string[] | undefined {
  const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g)];
  const length = fields.reduce((sum, [all]) => sum + all.length, 0);
  return length === line.length
    ? fields.map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain)
    : undefined;
}
