import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SeedError } from '../../../src/cluster/seed.ts';
import { UserError } from '../../../src/common/errors.ts';

/** How many inputs are tried; `K3D_FUZZ_RUNS` gives more. A failure prints the seed to repeat it with. */
export const numRuns = Number(process.env.K3D_FUZZ_RUNS ?? 300);

/** Runs a reader on whatever it is given: it has to end well, or with a sentence for people. */
export function survives(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof UserError) && !(error instanceof SeedError)) throw error;
    assert.ok(error.message.length > 5, 'a sentence');
    assert.doesNotMatch(error.message, /\n\s+at |\[object Object\]/);
  }
}

/** Text that looks much like what is wanted. */
export const crumbs = (...parts: string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...parts) },
        { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
      ),
      { maxLength: 12 },
    )
    .map((all) => all.join(''));

export const SMALL = crumbs(
  ':',
  '@',
  '/',
  '-',
  ',',
  '=',
  '.',
  '*',
  '0',
  '80',
  '65536',
  '127.0.0.1',
  '[::1]',
  'tcp',
  'udp',
  'server',
  'agents',
  'loadbalancer',
  'all',
  'proxy',
  'data',
  ' ',
  '\n',
  '1e9',
  '-1',
  'ro',
);

/** Values for a schema, mostly of the right kind, and now and then of another. */
export function valueFor(schema: {
  type?: string | string[];
  properties?: object;
  items?: object;
  const?: unknown;
}): fc.Arbitrary<unknown> {
  const right = (): fc.Arbitrary<unknown> => {
    if (schema.const !== undefined) return fc.constant(schema.const);
    switch ([schema.type].flat()[0] ?? 'string') {
      case 'object': {
        const fields = Object.entries(schema.properties ?? {}).map(
          ([name, one]) => [name, valueFor(one as object)] as const,
        );
        return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
      }
      case 'array':
        return fc.array(valueFor(schema.items ?? {}), { maxLength: 3 });
      case 'integer':
        return fc.integer({ min: -1, max: 5 });
      case 'boolean':
        return fc.boolean();
      default:
        return SMALL;
    }
  };
  return fc.oneof({ weight: 30, arbitrary: right() }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });
}
