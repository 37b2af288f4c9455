/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { scaleLinear } from 'd3-scale';
import type { Speaker } from '../../../model/speaker.ts';
import { dayInWords } from '../words.ts';

const WIDTH = 200;
const NARROWEST = 4;
const MOST_ROLES = 30;
const milliseconds = (instant: string): number => Date.parse(instant);

/** Roles as articles worded them, each from the first to the last time: a chart that is a table. */
export function RoleSpans({ roles }: { roles: Speaker['roles'] }) {
  if (roles.length === 0) return null;
  const ordered = roles.toSorted((one, other) => milliseconds(one.firstSeenAt) - milliseconds(other.firstSeenAt));
  const shown = ordered.slice(-MOST_ROLES);
  const x = scaleLinear(
    [
      Math.min(...shown.map(({ firstSeenAt }) => milliseconds(firstSeenAt))),
      Math.max(...shown.map(({ lastSeenAt }) => milliseconds(lastSeenAt))),
    ],
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
          {shown.map(({ text, firstSeenAt, lastSeenAt }) => {
            const [first, last] = [x(milliseconds(firstSeenAt)), x(milliseconds(lastSeenAt))];
            return (
              <tr>
                <th scope="row" dir="auto">
                  {text}
                </th>
                <td>
                  <svg viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true" class="span">
                    <line class="grid" x1="0" x2={WIDTH} y1="3" y2="3" />
                    <rect class="bar" x={first} y="0" width={last - first + NARROWEST} height="6" />
                  </svg>
                  <span class="detail">{rangeInWords(firstSeenAt, lastSeenAt)}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {ordered.length > shown.length ? <p class="detail">The latest {MOST_ROLES} wordings.</p> : null}
    </section>
  );
}

function rangeInWords(first: string, last: string): string {
  const [from, to] = [dayInWords(first.slice(0, 10)), dayInWords(last.slice(0, 10))];
  return from === to ? from : `${from} – ${to}`;
}
