import type { Day } from '../../model/instant.ts';
import { counted, dayInWords, monthInWords } from '../kit/words.ts';
import { type Month, weeksOf } from './month-grid.ts';

const WEEKDAYS = [
  ['Mo', 'Monday'],
  ['Tu', 'Tuesday'],
  ['We', 'Wednesday'],
  ['Th', 'Thursday'],
  ['Fr', 'Friday'],
  ['Sa', 'Saturday'],
  ['Su', 'Sunday'],
] as const;

/** A month as a calendar; days that something is said of lead to their entries below. */
export function MonthTable({ month, counts, today }: { month: Month; counts: Map<Day, number>; today: Day }) {
  return (
    <table class="month">
      <caption>{monthInWords(month)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map(([short, long]) => (
            <th scope="col">
              <abbr title={long}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((days) => (
          <tr>
            {days.map((day) =>
              day === null ? <td /> : <DayCell day={day} count={counts.get(day) ?? 0} today={today} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, count, today }: { day: Day; count: number; today: Day }) {
  const number = Number(day.slice(8));
  const time = day < today ? 'past' : undefined;
  return (
    <td class={day === today ? 'today' : time} aria-current={day === today ? 'date' : undefined}>
      {count === 0 ? (
        number
      ) : (
        <a
          href={`#day-${day}`}
          class={count > 4 ? 'many' : count > 1 ? 'some' : 'one-entry'}
          aria-label={`${dayInWords(day)}: ${counted(count, 'entry', 'entries')}`}
        >
          {number}
        </a>
      )}
    </td>
  );
}
