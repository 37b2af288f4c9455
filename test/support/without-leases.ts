type Row = Record<string, unknown>;

/**
 * Rows without what tells under which lease they were written: leases and checkpoints, the word index, whose segments are named by leases, epochs, and
 * pieces of facets that hold nothing. Runs that were broken off, or run again, take more leases than a quiet one.
 */
export function withoutLeases(rows: readonly Row[]): Row[] {
  return rows.flatMap(({ epoch: _, ...row }) => {
    const isOfJob = /^(?:JOB|WORDS)(?:#|$)/.test(String(row.pk));
    return isOfJob || (Array.isArray(row.values) && row.values.length === 0) ? [] : [row];
  });
}
