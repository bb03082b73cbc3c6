import { messageOf, UserError } from '../common/errors.ts';
import { within } from '../common/within.ts';
import { EngineError, type LabelFilter } from './engine.ts';
import { endable } from './requests.ts';

/**
 * There was no answer from the engine, or none that makes sense: it has stopped, or what is between here and there is not
 * well. Whether it has done what it was asked for is not known.
 */
export class EngineLostError extends UserError {
  override name = 'EngineLostError';
}

const lost = (why: string, cause?: unknown): EngineLostError =>
  new EngineLostError(`the Docker engine does not answer as it should any more: ${why}`, { cause });

/** What dockerode puts before the engine's own words where it has not read them as JSON. */
const CLIENT_WORDS = /^\(HTTP code \d+\) [a-z ]+ - /;

/** How long an answer of the engine may take to begin, in milliseconds. */
const ANSWER_MS = 60_000;
/** For calls that send much: their answer comes when all has been sent. */
export const NO_LIMIT = 0;

/** Codes of failed connections, and of HTTP that is none (Node: errors of the system, and of its parser). */
const LOST = /^(E[A-Z]+|HPE_[A-Z_]+)$/;

function isLost(error: unknown): boolean {
  if (!(error instanceof Error) || error.name === 'AbortError') return false;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string' && LOST.test(code)) return true;
  // The client reads JSON, and a connection that is cut leaves half of it.
  return error instanceof SyntaxError || /socket hang up|aborted|premature close/i.test(error.message);
}

/**
 * Runs a call of dockerode and turns its refusals into `EngineError`s with the engine's own words.
 * @param answers what to return, instead of throwing, for a status: `{ 404: undefined }`
 * @param limitMs how long the answer may take to begin
 * @throws EngineLostError when there was no answer
 */
export async function attempt<T, A = T>(
  call: () => Promise<T>,
  answers: Record<number, A> = {},
  limitMs = ANSWER_MS,
): Promise<T | A> {
  try {
    if (limitMs === NO_LIMIT) return await call();
    const { answer, end } = endable(call);
    const late = (): Error => {
      end();
      return lost(`no answer within ${limitMs / 1000} s`);
    };
    return await within(answer, { ms: limitMs, late });
  } catch (error) {
    const { statusCode, json } = error as { statusCode?: number; json?: { message?: string } | null };
    if (statusCode === undefined) throw asLost(error);
    if (statusCode in answers) return answers[statusCode] as A;
    throw new EngineError(statusCode, (json?.message ?? (error as Error).message).replace(CLIENT_WORDS, '').trim(), {
      cause: error,
    });
  }
}

/** A failed connection, or an answer that makes no sense, as a sentence; anything else as it is. */
export function asLost(error: unknown): unknown {
  // Something is not there that the API says is: whoever answers is no engine, or the answer was spoilt on its way.
  if (error instanceof TypeError) return lost('its answer is not as the Docker API has it', error);
  if (!isLost(error)) return error;
  return lost(messageOf(error), error);
}

/** `answer`, which has to be a list: dockerode gives bytes where it could not read JSON, and those have a `map` too. */
export function asList<T>(answer: T[]): T[] {
  if (!Array.isArray(answer)) throw new TypeError('no list');
  return answer;
}

/** `answer`, which has to be text, as ids and names are. */
export function asText(answer: string): string {
  if (typeof answer !== 'string') throw new TypeError('no text');
  return answer;
}

/** The filter argument for lookups by label. */
export function filterBy(labels: LabelFilter): { label: string[] } {
  return { label: [...labels] };
}
