import { isMapping } from '../common/mapping.ts';

/** Where a value stands in a document. */
export type Path = (string | number)[];

interface Schema {
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  items?: Schema;
  then?: Schema;
  else?: Schema;
}

/**
 * A document's value with its keys as the schema writes them: k3d's reader takes them in any case (spf13/viper).
 * @returns the paths of keys that the schema does not know where it lets others be
 */
export function withKnownKeys(value: unknown, schema: object, path: Path = []): { value: unknown; unknown: Path[] } {
  const { properties, additionalProperties, items, then, else: otherwise } = schema as Schema;
  const unknown: Path[] = [];
  const inside = (one: unknown, its: Schema, at: Path): unknown => {
    const found = withKnownKeys(one, its, at);
    unknown.push(...found.unknown);
    return found.value;
  };
  // A value that is a list or one of its items.
  if (then !== undefined && otherwise !== undefined)
    return withKnownKeys(value, Array.isArray(value) ? then : otherwise, path);
  if (Array.isArray(value) && items !== undefined)
    return { value: value.map((one, index) => inside(one, items, [...path, index])), unknown };
  if (!isMapping(value) || properties === undefined) return { value, unknown };
  const known = new Map(Object.keys(properties).map((key) => [key.toLowerCase(), key]));
  const entries = Object.entries(value).map(([key, one]) => {
    const name = key in properties ? key : (known.get(key.toLowerCase()) ?? key);
    const its = properties[name];
    if (its === undefined && additionalProperties === true) unknown.push([...path, key]);
    return [name, its === undefined ? one : inside(one, its, [...path, name])];
  });
  return { value: Object.fromEntries(entries) as Record<string, unknown>, unknown };
}
