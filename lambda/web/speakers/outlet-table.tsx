import type { SpeakerStats } from '../../api/stats/stats-shapes.ts';
import { links } from '../kit/links.ts';
import { MoreRows } from './more-rows.tsx';

/** The outlets that quoted a speaker, most first. */
export function OutletTable({ outlets, speakerId }: { outlets: SpeakerStats['outlets']; speakerId: string }) {
  if (outlets.length === 0) return null;
  return (
    <section aria-labelledby="outlets">
      <h2 id="outlets">Outlets</h2>
      <MoreRows
        rows={outlets}
        words={['outlet', 'outlets']}
        csvHref={links.speakerTable(speakerId, 'outlets')}
        title="outlets"
      >
        {(rows) => (
          <table>
            <thead class="unseen">
              <tr>
                <th scope="col">Outlet</th>
                <th scope="col">Statements</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ feedId, outlet, statements }) => (
                <tr>
                  <th scope="row">
                    <a href={`/?${new URLSearchParams({ speaker: `"${speakerId}"`, feed: feedId })}`} dir="auto">
                      {outlet}
                    </a>
                  </th>
                  <td class="number">{statements.toLocaleString('en')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </MoreRows>
    </section>
  );
}
