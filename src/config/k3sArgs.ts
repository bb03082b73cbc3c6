/** The words of arguments as they are written: `--disable=traefik` is two. */
export const wordsOf = (k3sArgs: readonly string[]): string[] => k3sArgs.flatMap((arg) => arg.split(/[=\s]+/));

/** The values of a flag, by its names. @param flags e.g. `--disable` */
export function valuesOf(k3sArgs: readonly string[], ...flags: string[]): string[] {
  const words = wordsOf(k3sArgs);
  return words.filter((_, index) => flags.includes(words[index - 1] ?? ''));
}

/** Components that servers are told to do without; older releases say `--no-deploy`. */
export const disabledIn = (k3sArgs: readonly string[]): string[] =>
  valuesOf(k3sArgs, '--disable', '--no-deploy').flatMap((value) => value.split(','));
