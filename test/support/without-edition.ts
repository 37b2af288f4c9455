/** The records without the editions that a save has given them, for comparing with what was given to it. */
export function withoutEdition<T extends { edition: string }>(records: readonly T[]): Omit<T, 'edition'>[] {
  return records.map(({ edition: _, ...rest }) => rest);
}
