/** Where the two tools may differ, and why. */
export const ALLOW: readonly { reason: string }[];
