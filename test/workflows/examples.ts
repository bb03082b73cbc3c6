import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The README and all guides. */
export const DOCS = [
  'README.md',
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The lines of the shell blocks of one of them that run `k3d` or `kubectl`, in words. */
export function shellExamples(file: string): string[][] {
  const text = readFileSync(`${root}${file}`, 'utf8');
  const lines = [...text.matchAll(/```sh\n([^]*?)```/g)].flatMap((match) => (match[1] as string).split('\n'));
  return lines.filter((line) => /^(k3d|kubectl) /.test(line)).map((line) => line.split(' '));
}

/** The commands of `k3d` in the shell blocks of one of them. */
export function commandExamples(file: string): string[][] {
  return shellExamples(file).flatMap(([program, ...words]) => (program === 'k3d' ? [words] : []));
}

/** The YAML blocks of one of them. */
export function yamlExamples(file: string): string[] {
  const text = readFileSync(`${root}${file}`, 'utf8');
  return [...text.matchAll(/```yaml\n([^]*?)```/g)].map((match) => match[1] as string);
}
