import { parseArgsStringToArgv } from 'string-argv';

/** Flags of k3d 4 that have another name since, and for which nodes what follows them is. */
const OLD_FLAGS: Record<string, string> = { '--k3s-server-arg': 'server:*', '--k3s-agent-arg': 'agent:*' };

/**
 * Flags for k3d 4, as k3d 5 has them: `--k3s-server-arg X`, `agent[0]`, and k3s's own `--no-deploy`.
 * @returns undefined when there is nothing old in them
 */
export function modernArgs(text: string): string[] | undefined {
  const given = parseArgsStringToArgv(text);
  const found: string[] = [];
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] as string;
    const [flag = '', ...rest] = word.split('=');
    const nodes = OLD_FLAGS[flag];
    if (nodes === undefined) {
      found.push(modernWord(word));
      continue;
    }
    const value = rest.length > 0 ? rest.join('=') : (given[(index += 1)] ?? '');
    found.push('--k3s-arg', `${modernWord(value)}@${nodes}`);
  }
  return found.join('\0') === given.join('\0') ? undefined : found;
}

/** `8083:80@agent[0]` published the port of that node itself. */
function modernWord(word: string): string {
  const plain = word.replace(/^--no-deploy(?==|$)/, '--disable');
  const [, value = '', role, nodes = ''] = /^(.*)@(server|agent)\[([\d*,]+)\]$/.exec(plain) ?? [];
  if (role === undefined) return plain;
  const isPort = /^[\d.:-]+(\/(tcp|udp))?$/.test(value);
  return `${value}@${role}:${nodes}${isPort ? ':direct' : ''}`;
}

/** Words as one text that is read as the same words again. */
export const quoteArgs = (words: readonly string[]): string =>
  words.map((word) => (/^[^\s'"]+$/.test(word) ? word : word.includes('"') ? `'${word}'` : `"${word}"`)).join(' ');
