/** What a shell sees of a line: text in single quotes, an escaped character, the working directory, or a variable. */
const PARTS = /('[^']*')|(\\[^])|(\$\(pwd\)|`pwd`)|\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g;

/**
 * Flags as AbsaOSS/k3d-action's script evaluates them, without a shell: variables, `$(pwd)` and line ends after a
 * backslash; nothing in single quotes, and nothing else that a shell would run.
 * @param cwd what `$(pwd)` is
 */
export function expandArgs(text: string, env: NodeJS.ProcessEnv, cwd: string): string {
  return text.replace(
    PARTS,
    (
      whole: string,
      quoted: string | undefined,
      escaped: string | undefined,
      pwd: string | undefined,
      braced?: string,
      bare?: string,
    ) => {
      if (quoted !== undefined) return whole;
      if (escaped !== undefined) return escaped === '\\\n' ? ' ' : whole;
      return pwd === undefined ? (env[braced ?? bare ?? ''] ?? '') : cwd;
    },
  );
}
