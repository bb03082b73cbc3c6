import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from 'commander';
import { parseArgsStringToArgv } from 'string-argv';
import { commandsOf } from '../../../src/cli/commandsOf.ts';
import { EXAMPLES } from '../../../src/cli/examples.ts';
import { asOneSentence } from '../../../src/cli/flags/wrongFlag.ts';
import { buildProgram } from '../../../src/cli/program.ts';

/** All commands, by the words that name them. */
const allCommands = (): [string, Command][] =>
  [...commandsOf(buildProgram(), ['k3d'])].map(([words, command]) => [words.join(' '), command]);

test('the help of each command fits into 80 columns, and gives a default once and only when it says something', () => {
  const all = allCommands();
  assert.ok(all.length > 40, 'every command is looked at');
  for (const [words, command] of all) {
    const help = command.helpInformation();
    const wide = help.split('\n').filter((line) => line.length > 80);
    assert.deepEqual(wide, [], words);
    assert.doesNotMatch(help, /\(default:\s+(?:false|\[\])\)/, words);
    assert.doesNotMatch(help.replace(/\s+/g, ' '), /\(default: [^)]*\) \(default:/, words);
  }
});

test('the examples of the help are of commands and flags that exist, and fit into 80 columns', () => {
  for (const [words, lines] of Object.entries(EXAMPLES)) {
    for (const line of lines) {
      assert.ok(line.length <= 78, line);
      const text = /k3d [^|>]*/.exec(line)?.[0] ?? '';
      const [, ...args] = parseArgsStringToArgv(text);
      const path = words.split(' ');
      assert.deepEqual(args.slice(0, path.length), path, line);
      const command = path.reduce<Command | undefined>(
        (found, name) => found?.commands.find((one) => one.name() === name),
        buildProgram(),
      );
      assert.ok(command, words);
      const { operands, unknown } = command.parseOptions(args.slice(path.length));
      assert.deepEqual(unknown, [], line);
      const most = command.registeredArguments.some(({ variadic }) => variadic)
        ? Infinity
        : command.registeredArguments.length;
      assert.ok(operands.length <= most, line);
    }
  }
});

test('help shows the values of flags that may have one, and a long flag stands above its words', () => {
  const create = allCommands().find(([words]) => words === 'k3d cluster create')?.[1];
  const help = create?.helpInformation() ?? '';
  assert.match(help, /^ {2}--wait\[=<layers>\] {2,}what to wait for/m);
  assert.match(help, /^ {2}--dind\[=<name>\] {2,}use a Docker engine/m);
  assert.match(help, /^ {2}-p, --port <\S+>\n {34}publish a port/m);
});

test('what commander refuses is one sentence that ends with what would be right', () => {
  const cases: [string, string][] = [
    ["unknown option '--agnts'\n(Did you mean --agents?)\n", `unknown option '--agnts'; did you mean "--agents"?`],
    ["unknown command 'x'\n(Did you mean one of a, b?)", "unknown command 'x'; did you mean one of a, b?"],
    ["missing required argument 'name'", `missing required argument 'name'; see "k3d x --help"`],
    ["unknown option '-q'", "unknown option '-q'"],
  ];
  for (const [given, said] of cases) assert.equal(asOneSentence(given, 'k3d x'), said);
  assert.equal(asOneSentence("missing required argument 'name'"), "missing required argument 'name'");
});
