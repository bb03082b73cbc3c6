import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../common/errors.ts';
import { readText } from '../../common/text.ts';
import { type Draft, PEER_INPUTS, readForeignValues } from './inputs.ts';
import { expandArgs } from './expandArgs.ts';
import { fromKindConfig, isKindConfig } from './kindConfig.ts';
import { quoteArgs } from './oldArgs.ts';

/** The variable in which the runner passes an input (actions/toolkit: getInput). */
export const variableOf = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;

/** The environment with inputs of our own only. */
export interface Translated {
  env: NodeJS.ProcessEnv;
  /** What the user should know of it. */
  notices: string[];
}

/**
 * Turns inputs that were written for other actions into our own, so that a workflow runs when only its `uses` is
 * changed.
 * @param defaults values of our inputs that nobody has set
 * @throws UserError when an input of ours says something else, or a kind config can't be read
 */
export function translateInputs(
  env: NodeJS.ProcessEnv,
  cwd: string,
  defaults: Partial<Record<string, string>>,
): Translated {
  const own = { ...env };
  const setBy = new Map<string, string>();
  let from = '';
  const get = (name: string): string => (own[variableOf(name)] ?? '').trim();
  const replace = (name: string, value: string): void => void (own[variableOf(name)] = value);
  const draft: Draft = {
    get,
    replace,
    set(name, value) {
      const old = get(name);
      if (value !== '' && old !== '' && old !== defaults[name] && old !== value)
        throw new UserError(
          `inputs "${setBy.get(name) ?? name}" and "${from}" contradict each other ("${old}" and "${value}"): give "${name}" only`,
        );
      replace(name, value);
      if (from !== '') setBy.set(name, from);
    },
    expand: (text) => expandArgs(text, env, cwd),
    addArgs: (...args) => replace('args', `${get('args')} ${quoteArgs(args)}`.trim()),
  };
  const said = [...readForeignValues(draft), ...readKindConfig(draft, cwd)];
  for (const [name, { of, native, unused, apply }] of Object.entries(PEER_INPUTS)) {
    from = name;
    const value = get(name);
    if (value === '') continue;
    apply(value, draft, name);
    if (unused !== undefined) said.push(`"${name}" (of ${of}) is not used, since ${unused}`);
    else said.push(`"${name}" (of ${of}) is here "${native}"`);
  }
  for (const name of Object.keys(PEER_INPUTS)) delete own[variableOf(name)];
  return { env: own, notices: said.length === 0 ? [] : [`Inputs that other actions have: ${said.join('; ')}`] };
}

function readKindConfig(draft: Draft, cwd: string): string[] {
  const given = draft.get('config');
  if (given === '') return [];
  const isInline = given.includes('\n');
  const path = resolve(cwd, given);
  if (!isInline && !existsSync(path)) return [];
  const text = isInline ? given : readText(path);
  if (!isKindConfig(text)) return [];
  const { config, unused } = fromKindConfig(text, isInline ? 'input "config"' : given);
  draft.replace('config', config);
  const rest = unused.length === 0 ? '' : `, without ${unused.join(', ')}`;
  return [`the config is one of kind, and is used as far as k3s has the same${rest}`];
}
