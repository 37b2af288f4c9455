/** The beginning of an id, as tables show it: commands take any beginning that only one record has. */
export function shortId(id: string): string {
  return id.slice(0, 10);
}

/** An instant to the minute, in UTC, as `2026-11-20 14:32`. */
export function minute(instant: string | null | undefined): string {
  return instant ? instant.slice(0, 16).replace('T', ' ') : '–';
}

/** The day of an instant or day. */
export function day(instant: string | null | undefined): string {
  return instant ? instant.slice(0, 10) : '–';
}
