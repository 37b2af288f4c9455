/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { scaleLinear } from 'd3-scale';
import type { SpeakerStats } from '../../stats/stats-shapes.ts';
import { counted, dayInWords } from '../words.ts';

const WIDTH = 200;
const NARROWEST = 4;
const MOST_ROLES = 30;
const milliseconds = (instant: string): number => Date.parse(instant);

/** Roles as articles worded them, each from the first to the last day: a chart that is a table. Those of undated articles alone have no span. */
export function RoleSpans({ roles }: { roles: SpeakerStats['roles'] }) {
  if (roles.length === 0) return null;
  const shown = roles.slice(0, MOST_ROLES);
  const days = shown.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay].filter((day) => day !== null));
  const x = scaleLinear(
    [Math.min(...days.map(milliseconds)), Math.max(...days.map(milliseconds))],
    [0, WIDTH - NARROWEST],
  );
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">Roles over time</h2>
      <table class="roles">
        <thead class="unseen">
          <tr>
            <th scope="col">Role</th>
            <th scope="col">From and to</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ text, statements, firstDay, lastDay }) => (
            <tr>
              <th scope="row" dir="auto">
                {text}
              </th>
              <td>
                {firstDay === null || lastDay === null ? null : (
                  <svg viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true" class="span">
                    <line class="grid" x1="0" x2={WIDTH} y1="3" y2="3" />
                    <rect
                      class="bar"
                      x={x(milliseconds(firstDay))}
                      y="0"
                      width={x(milliseconds(lastDay)) - x(milliseconds(firstDay)) + NARROWEST}
                      height="6"
                    />
                  </svg>
                )}
                <span class="detail">
                  {rangeInWords(firstDay, lastDay)}, {counted(statements, 'statement')}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {roles.length > shown.length ? <p class="detail">The latest {MOST_ROLES} wordings.</p> : null}
    </section>
  );
}

function rangeInWords(first: string | null, last: string | null): string {
  if (first === null || last === null) return 'undated';
  return first === last ? dayInWords(first) : `${dayInWords(first)} – ${dayInWords(last)}`;
}
