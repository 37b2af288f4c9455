/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Day } from '../../model/instant.ts';
import type { DateRow, SpeakerPage as Speaker, StatementRow } from '../responses.ts';
import type { Variant } from '../variants/propose-variants.ts';
import { ArticleGroups } from './article-groups.tsx';
import { type CountOverTime, DayBars } from './charts/day-bars.tsx';
import { RoleSpans } from './charts/role-spans.tsx';
import { DateEntry } from './date-entry.tsx';
import { Layout } from './layout.tsx';
import { links } from './links.ts';
import { counted, dayInWords } from './words.ts';

/** What the page of a speaker shows. */
export interface SpeakerPageProps {
  speaker: Speaker;
  statements: StatementRow[];
  hasMore: boolean;
  outlets: { feedId: string; outlet: string; count: number }[];
  /** How many statements the outlets were counted of. */
  countedOf: number;
  coming: DateRow[];
  variants: Variant[];
  overTime: CountOverTime | null;
  today: Day;
}

const KINDS = { person: 'person', organization: 'organisation', group: 'group', unnamed: 'unnamed source' };

/** Everything that is known of one speaker. */
export function SpeakerPage(props: SpeakerPageProps) {
  const { speaker, statements, hasMore, outlets, countedOf, coming, variants, overTime, today } = props;
  const query = new URLSearchParams({ speaker: `"${speaker.id}"` });
  const rss = `/v1/statements?${query}&format=rss`;
  return (
    <Layout
      title={speaker.name}
      today={today}
      alternates={[{ href: rss, type: 'application/rss+xml', title: `Statements of ${speaker.name}` }]}
    >
      <header class="headline">
        <h1 dir="auto">{speaker.name}</h1>
        <p class="source">
          <span>{KINDS[speaker.kind]}</span>
          <span>{counted(speaker.statementCount, 'statement')}</span>
          <span>
            {dayInWords(speaker.firstSeenAt.slice(0, 10))} to {dayInWords(speaker.lastSeenAt.slice(0, 10))}
          </span>
          {speaker.aliases.length > 0 ? <span dir="auto">also {speaker.aliases.join(', ')}</span> : null}
          <span>
            <a href={rss}>RSS</a> <a href={`/v1/statements?${query}&format=csv`}>CSV</a>
          </span>
        </p>
        {speaker.note === undefined ? null : <p class="note">{speaker.note}</p>}
      </header>
      <div class="columns">
        <div>
          {overTime === null ? null : <DayBars {...overTime} today={today} title="Statements over time" />}
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
          <RoleSpans roles={speaker.roles} />
          <Outlets outlets={outlets} countedOf={countedOf} speakerId={speaker.id} />
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

function Outlets(props: { outlets: SpeakerPageProps['outlets']; countedOf: number; speakerId: string }) {
  const { outlets, countedOf, speakerId } = props;
  if (outlets.length === 0) return null;
  return (
    <section aria-labelledby="outlets">
      <h2 id="outlets">Outlets</h2>
      <table>
        <thead class="unseen">
          <tr>
            <th scope="col">Outlet</th>
            <th scope="col">Statements</th>
          </tr>
        </thead>
        <tbody>
          {outlets.map(({ feedId, outlet, count }) => (
            <tr>
              <th scope="row">
                <a href={`/?${new URLSearchParams({ speaker: `"${speakerId}"`, feed: feedId })}`} dir="auto">
                  {outlet}
                </a>
              </th>
              <td class="number">{count.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="detail">Of the latest {counted(countedOf, 'statement')}.</p>
    </section>
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
