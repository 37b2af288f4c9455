/** Minutes east of UTC at a moment that a place's clocks show, in milliseconds since 1970 as if they showed UTC. */
export type Zone = (localMilliseconds: number) => number;

/** Building a format takes a millisecond; there are not more than the zones that the runtime knows. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(place: string): Intl.DateTimeFormat | null {
  const known = formats.get(place);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: place,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(place, format);
    return format;
  } catch {
    return null;
  }
}

/** Minutes east of UTC in a place (`Asia/Dubai`, any case) at an instant, in milliseconds since 1970; `null` where the runtime doesn't know it. */
export function minutesEast(place: string, milliseconds: number): number | null {
  const format = formatOf(place.toLowerCase());
  if (format === null) return null;
  const parts = new Map(format.formatToParts(milliseconds).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((shown - milliseconds) / 60_000);
}

/** The offset that a place's clocks have; `null` for places that the runtime doesn't know. */
export function placeOffset(place: string): Zone | null {
  if (formatOf(place.toLowerCase()) === null) return null;
  const at = (milliseconds: number): number => minutesEast(place, milliseconds) ?? 0;
  // Looked up twice, since the first offset is that of a moment some hours away.
  return (local) => at(local - at(local) * 60_000);
}
