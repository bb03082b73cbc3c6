/** A size for people, in megabytes of a million bytes: `12 MB`. @param digits after the point */
export const megabytes = (bytes: number, digits = 0): string => `${(bytes / 1e6).toFixed(digits)} MB`;

/** A size of any magnitude for people: `13 kB`, `1.5 MB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : megabytes(bytes, bytes < 1e7 ? 1 : 0);
