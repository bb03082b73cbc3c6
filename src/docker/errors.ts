import { EngineError, type LabelFilter } from './engine.ts';

/**
 * Runs a call of dockerode and turns its refusals into `EngineError`s with the engine's own words.
 * @param answers what to return, instead of throwing, for a status: `{ 404: undefined }`
 */
export async function attempt<T, A = T>(call: () => Promise<T>, answers: Record<number, A> = {}): Promise<T | A> {
  try {
    return await call();
  } catch (error) {
    const { statusCode, json } = error as { statusCode?: number; json?: { message?: string } | null };
    if (statusCode === undefined) throw error;
    if (statusCode in answers) return answers[statusCode] as A;
    throw new EngineError(statusCode, (json?.message ?? (error as Error).message).trim(), { cause: error });
  }
}

/** The filter argument for lookups by label. */
export function filterBy(labels: LabelFilter): { label: string[] } {
  return { label: [...labels] };
}
