import { links } from '../kit/links.ts';
import type { FilterInWords } from './filters-in-words.ts';

interface Props {
  hasFeeds: boolean;
  filters: FilterInWords[];
  sent: Record<string, string>;
  /** Parameters without which something would be found. */
  hints: string[];
  truncated: boolean;
}

/** Why there is nothing here, and the next thing to do. */
export function EmptyStatements({ hasFeeds, filters, sent, hints, truncated }: Props) {
  if (truncated) return <p class="empty">Nothing that matches so far. Go on with “Earlier statements”.</p>;
  if (filters.length > 0) return <EmptiedByFilters filters={filters} sent={sent} hints={hints} />;
  if (!hasFeeds) {
    return (
      <div class="empty">
        <p>
          There are no feeds yet, so there are no statements. Add one <a href="/feeds">on the page of feeds</a>, or
          with:
        </p>
        <pre>
          <code>npx dateline feeds add URL</code>
        </pre>
      </div>
    );
  }
  return (
    <div class="empty">
      <p>
        No statements are stored yet. They come with the next poll of <a href="/feeds">your feeds</a>, or at once with:
      </p>
      <pre>
        <code>npx dateline poll</code>
      </pre>
    </div>
  );
}

function EmptiedByFilters({ filters, sent, hints }: Pick<Props, 'filters' | 'sent' | 'hints'>) {
  const culprits = filters.filter(({ parameter }) => hints.includes(parameter));
  return (
    <div class="empty">
      <p>No statement matches this search.</p>
      {culprits.length > 0 ? (
        <>
          <p>There are some without one of its filters:</p>
          <ul>
            {culprits.map(({ parameter, name, value }) => (
              <li>
                <a href={links.with('/', sent, parameter, null)}>
                  without “{name}: <bdi dir="auto">{value}</bdi>”
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          Taking a single filter away does not help; start again with <a href="/">all statements</a>.
        </p>
      )}
      {filters.some(({ parameter }) => parameter === 'speaker') ? (
        <p>
          A speaker is found by the words of the name as articles write it, without titles. Groups and unnamed sources
          are found by words only.
        </p>
      ) : null}
    </div>
  );
}
