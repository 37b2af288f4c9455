import { type Day, type Instant, toInstant } from '../../model/instant.ts';

/** Milliseconds from the beginning of the day on, which may be before it; the instant itself where it is written otherwise than usual. */
export function shortMoment(moment: Instant, day: Day): number | Instant {
  const milliseconds = Date.parse(moment);
  return toInstant(milliseconds) === moment ? milliseconds - Date.parse(day) : moment;
}

/** The instant that `shortMoment` made shorter. */
export const wholeMoment = (moment: number | Instant, day: Day): Instant =>
  typeof moment === 'number' ? toInstant(Date.parse(day) + moment) : moment;
