import * as z from 'zod';

/** A moment in UTC, RFC 3339, as `2023-11-12T09:30:00Z`; milliseconds stand only where they are not zero. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/, 'not an RFC 3339 instant in UTC');
export type Instant = z.infer<typeof instantSchema>;

/** A calendar day, as `2023-11-12`. */
export const daySchema = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'not a calendar day');
export type Day = z.infer<typeof daySchema>;

/** An hour of UTC, as `2023-11-12T09`. */
export const hourSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d$/, 'not an hour');
export type Hour = z.infer<typeof hourSchema>;

/** Milliseconds since 1970 as an instant; throws RangeError outside the years 0000 to 9999. */
export function toInstant(milliseconds: number): Instant {
  const text = new Date(milliseconds).toISOString();
  if (text.length !== 24) throw new RangeError(`the year of ${text} has more than four digits`);
  return text.replace('.000Z', 'Z');
}

/** The instant with its milliseconds always written, so that text order is time order. */
export function sortableInstant(instant: Instant): string {
  return instant.length === 20 ? `${instant.slice(0, 19)}.000Z` : instant;
}

/** Whether the first instant is later than the other. */
export function isAfter(instant: Instant, other: Instant): boolean {
  return sortableInstant(instant) > sortableInstant(other);
}

/** The first of two instants. */
export function earlierOf(one: Instant, other: Instant): Instant {
  return isAfter(one, other) ? other : one;
}

/** The last of two instants. */
export function laterOf(one: Instant, other: Instant): Instant {
  return isAfter(other, one) ? other : one;
}

/** The UTC day that an instant lies in. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10);
}

/** The UTC hour that an instant lies in. */
export function hourOf(instant: Instant): Hour {
  return instant.slice(0, 13);
}
