import type { Condition } from './types.ts';

/** Anything that tells its state in conditions. */
interface WithConditions {
  status?: { conditions?: Condition[] };
}

/** The condition of that type; undefined when nothing has been said of it. */
export function conditionOf({ status }: WithConditions, type: string): Condition | undefined {
  return status?.conditions?.find((one) => one.type === type);
}

/** Whether a condition holds. */
export function isTrue(object: WithConditions, type: string): boolean {
  return conditionOf(object, type)?.status === 'True';
}
