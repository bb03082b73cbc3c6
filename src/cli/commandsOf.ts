import type { Command } from 'commander';

/** A command and all below it, but for help, each with the words that name it below the first. */
export function* commandsOf(command: Command, words: readonly string[] = []): Generator<[readonly string[], Command]> {
  yield [words, command];
  for (const child of command.commands) if (child.name() !== 'help') yield* commandsOf(child, [...words, child.name()]);
}
