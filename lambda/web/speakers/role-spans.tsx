import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { SpeakerStats } from '../../api/stats/stats-shapes.ts';
import { links } from '../kit/links.ts';
import { counted, dayInWords } from '../kit/words.ts';
import { MoreRows } from './more-rows.tsx';

type Role = SpeakerStats['roles'][number];

const WIDTH = 200;
const NARROWEST = 4;
const MOST_ROLES = 100;

/** Roles as articles worded them, each from the first to the last day: a chart that is a table. Those of undated articles alone have no span. */
export function RoleSpans({ roles, speakerId }: { roles: Role[]; speakerId: string }) {
  if (roles.length === 0) return null;
  const days = roles
    .slice(0, MOST_ROLES)
    .flatMap(({ firstDay, lastDay }) => [firstDay, lastDay].filter((day) => day !== null))
    .map((day) => Date.parse(day));
  const x = scaleLinear([Math.min(...days), Math.max(...days)], [0, WIDTH - NARROWEST]);
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">Roles over time</h2>
      <MoreRows
        rows={roles}
        words={['wording', 'wordings']}
        csvHref={links.speakerTable(speakerId, 'roles')}
        title="roles"
        most={MOST_ROLES}
      >
        {(rows) => <RoleTable roles={rows} x={x} />}
      </MoreRows>
    </section>
  );
}

function RoleTable({ roles, x }: { roles: readonly Role[]; x: ScaleLinear<number, number> }) {
  return (
    <table class="roles">
      <thead class="unseen">
        <tr>
          <th scope="col">Role</th>
          <th scope="col">From and to</th>
        </tr>
      </thead>
      <tbody>
        {roles.map(({ text, statements, firstDay, lastDay }) => (
          <tr>
            <th scope="row" dir="auto">
              {text}
            </th>
            <td>
              {firstDay === null || lastDay === null ? null : (
                <RoleSpan from={x(Date.parse(firstDay))} to={x(Date.parse(lastDay))} />
              )}
              <span class="detail">
                {rangeInWords(firstDay, lastDay)}, {counted(statements, 'statement')}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RoleSpan({ from, to }: { from: number; to: number }) {
  return (
    <svg viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true" class="span">
      <line class="grid" x1="0" x2={WIDTH} y1="3" y2="3" />
      <rect class="bar" x={from} y="0" width={to - from + NARROWEST} height="6" />
    </svg>
  );
}

function rangeInWords(first: string | null, last: string | null): string {
  if (first === null || last === null) return 'undated';
  return first === last ? dayInWords(first) : `${dayInWords(first)} – ${dayInWords(last)}`;
}
