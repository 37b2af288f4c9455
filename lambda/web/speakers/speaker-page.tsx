import type { DateRow } from '../../api/dates/rows.ts';
import type { SpeakerPage as Speaker } from '../../api/speakers/rows.ts';
import type { Variant } from '../../api/speakers/variants/propose-variants.ts';
import type { StatementRow } from '../../api/statements/rows.ts';
import type { SpeakerStats } from '../../api/stats/stats-shapes.ts';
import { DateEntry } from '../dates/date-entry.tsx';
import { ArticleGroups } from '../kit/article-groups.tsx';
import { type CountOverTime, DayBars } from '../kit/day-bars.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { links } from '../kit/links.ts';
import { counted, dayInWords } from '../kit/words.ts';
import { OutletTable } from './outlet-table.tsx';
import { RoleSpans } from './role-spans.tsx';

/** What the page of a speaker shows. */
export interface SpeakerPageProps {
  speaker: Speaker;
  statements: StatementRow[];
  hasMore: boolean;
  stats: SpeakerStats;
  coming: DateRow[];
  variants: Variant[];
  overTime: CountOverTime | null;
  frame: Frame;
}

const KINDS = { person: 'person', organization: 'organisation', group: 'group', unnamed: 'unnamed source' };

/** Everything that is known of one speaker. */
export function SpeakerPage(props: SpeakerPageProps) {
  const { speaker, statements, hasMore, stats, coming, variants, overTime, frame } = props;
  const query = new URLSearchParams({ speaker: `"${speaker.id}"` });
  const rss = `/v1/statements?${query}&format=rss`;
  return (
    <Layout
      title={speaker.name}
      frame={frame}
      alternates={[{ href: rss, type: 'application/rss+xml', title: `Statements of ${speaker.name}` }]}
    >
      <header class="headline">
        <h1 dir="auto">{speaker.name}</h1>
        <p class="source">
          <span>{KINDS[speaker.kind]}</span>
          {speaker.statementCount === 0 ? null : <span>{counted(speaker.statementCount, 'statement')}</span>}
          <span>
            {[...new Set([speaker.firstSeenAt, speaker.lastSeenAt].map((at) => dayInWords(at.slice(0, 10))))].join(
              ' to ',
            )}
          </span>
          {speaker.aliases.length > 0 ? (
            <span>
              also <bdi dir="auto">{speaker.aliases.join(', ')}</bdi>
            </span>
          ) : null}
          <span>
            <a href={rss}>RSS</a>
          </span>
          <span>
            <a href={`/v1/statements?${query}&format=csv`}>CSV</a>
          </span>
        </p>
        {speaker.note === undefined ? null : <p class="note">{speaker.note}</p>}
      </header>
      <div class="columns">
        <div>
          {overTime === null ? null : <DayBars {...overTime} today={frame.today} />}
          <section aria-labelledby="latest">
            <h2 id="latest">Latest statements</h2>
            {statements.length === 0 ? <p>No statement of {speaker.name} is stored any more.</p> : null}
            <ArticleGroups statements={statements} ofSpeaker />
            {hasMore ? (
              <p class="paging">
                <a href={links.statementsOf(speaker.id)}>All statements, with filters</a>
              </p>
            ) : null}
          </section>
        </div>
        <aside>
          <RoleSpans roles={stats.roles} speakerId={speaker.id} />
          <OutletTable outlets={stats.outlets} speakerId={speaker.id} />
          <section aria-labelledby="coming">
            <h2 id="coming">Coming dates they spoke of</h2>
            {coming.length === 0 ? <p class="detail">None in their latest statements.</p> : null}
            {coming.map((row) => (
              <section class="coming-day">
                <h3>{dayInWords(row.date)}</h3>
                <DateEntry row={row} />
              </section>
            ))}
          </section>
          <Variants variants={variants} speakerId={speaker.id} />
        </aside>
      </div>
    </Layout>
  );
}

function Variants({ variants, speakerId }: { variants: Variant[]; speakerId: string }) {
  if (variants.length === 0) return null;
  return (
    <section aria-labelledby="variants">
      <h2 id="variants">Perhaps the same person</h2>
      <ul class="variants">
        {variants.map((variant) => {
          const other = variant.speaker.id === speakerId ? variant.into : variant.speaker;
          return (
            <li>
              <a href={links.speaker(other.id)} dir="auto">
                {other.name}
              </a>{' '}
              <span class="detail">
                {counted(other.statementCount, 'statement')}; {variant.reasons.join(', ').replaceAll('-', ' ')};{' '}
                {Math.round(variant.score * 100)} %
              </span>
            </li>
          );
        })}
      </ul>
      <p class="detail">Proposed by the spelling, never joined by itself.</p>
    </section>
  );
}
