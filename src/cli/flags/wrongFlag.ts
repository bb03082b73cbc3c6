/** What commander says of words that it refuses, and what is near to them, on a line of its own. */
const NEAR = /\s*\(Did you mean (?:(one of .*)|(.*))\?\)$/;

/** Errors that only the usage of the command explains. */
const OF_USAGE = /^(?:missing required argument|too many arguments)/;

/**
 * The message of commander in the form that all others have: one sentence, with what would be right at its end.
 * @param message without "error: "
 * @param command the words that name the command; undefined where it isn't one that can be run
 */
export function asOneSentence(message: string, command?: string): string {
  const sentence = message
    .trimEnd()
    .replace(NEAR, (_, several?: string, one?: string) => `; did you mean ${several ?? `"${one}"`}?`);
  return command !== undefined && OF_USAGE.test(sentence)
    ? `${sentence.replace(/\.$/, '')}; see "${command} --help"`
    : sentence;
}
