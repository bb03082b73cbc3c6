import type { Command, Option } from 'commander';
import type { Engine } from '../docker/engine.ts';
import { commandsNamed } from './flags/options.ts';

/** How long names may take that have to be asked of the engine, in milliseconds: a person is waiting. */
const ENGINE_MS = 2000;

/**
 * What could stand where the last word is, one a line.
 * @param words those after the program's name; the last one is being written and may be empty
 */
export async function complete(program: Command, words: readonly string[]): Promise<string[]> {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const command = commandsNamed(program, before).at(-1) as Command;
  const all = await candidates(program, command, before, current);
  return all.filter((word) => word.startsWith(current)).sort();
}

async function candidates(
  program: Command,
  command: Command,
  before: readonly string[],
  current: string,
): Promise<string[]> {
  const options = [...command.options, ...program.options];
  const last = before.at(-1);
  const open = options.find((option) => last !== undefined && (option.long === last || option.short === last));
  if (open?.required === true) return open.argChoices ?? names(nameKind(open));
  if (current.startsWith('-'))
    return options.flatMap(({ long }) => (long === undefined || long === null ? [] : [long]));
  if (command.commands.length > 0) return command.commands.map((child) => child.name());
  return names(argumentKind(command));
}

type Kind = 'cluster' | 'node' | 'registry';

function nameKind({ long }: Option): Kind | undefined {
  if (long === '--cluster') return 'cluster';
  return long === '--registry-use' ? 'registry' : undefined;
}

/** What the words behind a command name: that which its group is called after, unless it makes new ones. */
function argumentKind(command: Command): Kind | undefined {
  if (command.name() === 'create') return undefined;
  const group = command.parent?.name();
  if (group === 'kubeconfig') return 'cluster';
  return group === 'cluster' || group === 'node' || group === 'registry' ? group : undefined;
}

async function names(kind: Kind | undefined): Promise<string[]> {
  if (kind === undefined) return [];
  const { connectEngine } = await import('../cluster/dind/index.ts');
  const { listClusters, listNodes } = await import('../cluster/find/index.ts');
  const ask = async (): Promise<string[]> => {
    const engine: Engine = await connectEngine();
    if (kind === 'cluster') return (await listClusters(engine)).map(({ name }) => name);
    const nodes = await listNodes(engine);
    return nodes.filter(({ role }) => kind === 'node' || role === 'registry').map(({ name }) => name);
  };
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => resolve([]), ENGINE_MS);
  });
  try {
    return await Promise.race([ask(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
