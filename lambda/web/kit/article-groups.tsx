import type { StatementRow } from '../../api/statements/rows.ts';
import type { Day } from '../../model/instant.ts';
import { links } from './links.ts';
import { OutletLink } from './outlet-link.tsx';
import { StatementEntry } from './statement-entry.tsx';
import { clockOf, counted, publishedInWords } from './words.ts';

interface Props {
  statements: StatementRow[];
  /** Copies of articles, by their ids. */
  copies?: Map<string, string[]>;
  /** The day that stands above them, which is not told again. */
  day?: Day;
  /** Whether all are of one speaker, who is not named again. */
  ofSpeaker?: boolean;
}

/** Statements below the articles that they stand in. */
export function ArticleGroups({ statements, ...more }: Props) {
  return (
    <>
      {byArticle(statements).map((rows) => (
        <ArticleGroup statements={rows} {...more} />
      ))}
    </>
  );
}

function ArticleGroup({ statements, copies: of, day, ofSpeaker = false }: Props) {
  const [first] = statements;
  if (!first) return null;
  const copies = of?.get(first.itemId)?.length ?? 0;
  const { publishedAt, publishedAtSource } = first;
  const clock = publishedAt === null || publishedAtSource !== 'feed' ? '' : clockOf(publishedAt);
  const isOfDay = publishedAtSource === 'feed' && publishedAt?.slice(0, 10) === day;
  const parts = [isOfDay ? '' : publishedInWords(first), clock];
  return (
    <section class="of-article">
      <header class="source">
        <h3>
          <a href={links.article(first.itemId)}>
            <bdi dir="auto">{first.title || 'Article without a title'}</bdi>
          </a>
        </h3>
        <span>
          <OutletLink outlet={first.outlet} url={first.url} />
        </span>
        <time datetime={publishedAt ?? undefined}>{parts.filter((part) => part !== '').join(', ')}</time>
        {copies > 0 ? (
          <span>
            <a class="copies" href={links.story(first.itemId)}>
              +{counted(copies, 'copy', 'copies')}
            </a>
          </span>
        ) : null}
        {first.duplicateOf === null ? null : (
          <span>
            <a href={links.story(first.itemId)}>copy of another article</a>
          </span>
        )}
      </header>
      {statements.map((statement) => (
        <StatementEntry statement={statement} ofSpeaker={ofSpeaker} />
      ))}
    </section>
  );
}

/** Neighbours of one article together. */
function byArticle(statements: StatementRow[]): StatementRow[][] {
  const groups: StatementRow[][] = [];
  for (const statement of statements) {
    const last = groups.at(-1);
    if (last?.[0]?.itemId === statement.itemId) last.push(statement);
    else groups.push([statement]);
  }
  return groups;
}
