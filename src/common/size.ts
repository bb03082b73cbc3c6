/** A size for people, in megabytes of a million bytes: `12 MB`. @param digits after the point */
export const megabytes = (bytes: number, digits = 0): string => `${(bytes / 1e6).toFixed(digits)} MB`;
