import { UserError } from '../common/errors.ts';

/** What stands behind a dollar sign: a name in braces, one of the shell's signs or digits, or a name. */
const REFERENCE = /\$(?:\{([^}]*)\}|([*#$@!?0-9-])|([A-Za-z_]\w*))/g;
/** A name in braces, and what the shell's default forms add to it. */
const BRACED = /^(\w+)(?:(:?)([-=+?])([^]*))?$/;

/**
 * What k3d's readers make of the raw text of a config file: `$VAR` and `${VAR}` are replaced, and what is unset becomes
 * nothing; so do the shell's signs, `$$` among them (Go: os.ExpandEnv). The shell's default forms, of which Go knows none
 * and makes nothing, are understood: `${VAR:-text}`, `${VAR-text}`, `${VAR:=text}`, `${VAR:+text}`, `${VAR:?message}`.
 * A dollar sign that is to stay is written as `"\x24"`, which YAML reads after this.
 * @param name of the file, for messages
 * @throws UserError for `${VAR:?message}` without a value
 */
export function expandEnv(text: string, env: NodeJS.ProcessEnv, name: string): string {
  return text.replace(
    REFERENCE,
    (_all, braced: string | undefined, sign: string | undefined, bare: string | undefined) => {
      if (sign !== undefined) return '';
      return bare === undefined ? valueOf(braced ?? '', env, name) : (env[bare] ?? '');
    },
  );
}

/** What stands for the inside of a pair of braces. */
function valueOf(braced: string, env: NodeJS.ProcessEnv, name: string): string {
  const [, variable, colon, operator, word = ''] = BRACED.exec(braced) ?? [];
  if (variable === undefined) return '';
  const value = env[variable];
  const isThere = value !== undefined && (colon !== ':' || value !== '');
  if (operator === '+') return isThere ? word : '';
  if (isThere || operator === undefined) return value ?? '';
  if (operator === '?')
    throw new UserError(`${name}: environment variable ${variable} is not set${word === '' ? '' : `: ${word}`}`);
  return word;
}
