/** How an update changes a row: the same for every store. */

/** The row with the patch over it: fields that are `undefined` in the patch stay as they are, and so does the id. */
export function patched<Row extends { readonly id: string }>(row: Row, patch: Partial<Omit<Row, 'id'>>): Row {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...row, ...Object.fromEntries(given), id: row.id };
}
