/** Rows in columns of equal width, without lines between them, as kubectl and k3d print them. */
export function table(header: readonly string[], rows: readonly (readonly string[])[], withHeader = true): string {
  const all = withHeader ? [header, ...rows] : rows;
  const widths = header.map((_, column) => Math.max(0, ...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
