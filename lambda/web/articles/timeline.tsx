import type { ArticleFields } from '../../api/items/join-articles.ts';
import { OutletLink } from '../kit/outlet-link.tsx';
import { clockOf, counted, publishedInWords } from '../kit/words.ts';

/** Where something was printed. */
export interface Printed extends Pick<ArticleFields, 'title' | 'outlet' | 'url' | 'publishedAt' | 'publishedAtSource'> {
  feedId: string;
  /** Its page here. */
  href: string;
  /** What it is among the others: "first", "copy", "update"; may be empty. */
  note: string;
  /** Whether it is what the page shows. */
  isCurrent: boolean;
}

/** More are behind a line that opens them. */
const SHOWN = 8;

/** What was printed: the first places in order, and how often and in how many outlets in all. */
export interface Prints {
  printed: readonly Printed[];
  times: number;
  outlets: number;
}

/** "First in the Post, then in 12 outlets". */
export function FirstIn({ printed, times, outlets }: Prints) {
  const [first, ...rest] = printed;
  if (!first) return null;
  const other = rest.find(({ feedId }) => feedId !== first.feedId);
  return (
    <>
      first in <bdi dir="auto">{first.outlet}</bdi>, then{' '}
      {outlets < 2 ? `${counted(times - 1, 'time')} more there` : 'in '}
      {outlets === 2 && other ? <bdi dir="auto">{other.outlet}</bdi> : null}
      {outlets > 2 || (outlets === 2 && !other) ? counted(outlets - 1, 'outlet') : null}
    </>
  );
}

/** Where something was printed, in order: when, by whom, under which title. */
export function Timeline({ printed }: { printed: readonly Printed[] }) {
  const rest = printed.slice(SHOWN);
  return (
    <>
      <Entries printed={printed.slice(0, SHOWN)} />
      {rest.length === 0 ? null : (
        <details>
          <summary>{rest.length} more</summary>
          <Entries printed={rest} />
        </details>
      )}
    </>
  );
}

function Entries({ printed }: { printed: readonly Printed[] }) {
  return (
    <ol class="timeline">
      {printed.map(({ title, outlet, url, publishedAt, publishedAtSource, href, note, isCurrent }) => {
        const clock = publishedAt === null || publishedAtSource !== 'feed' ? '' : clockOf(publishedAt);
        const when = [publishedInWords({ publishedAt, publishedAtSource }), clock].filter((part) => part !== '');
        return (
          <li aria-current={isCurrent ? 'true' : undefined}>
            <p class="source">
              <time datetime={publishedAt ?? undefined}>{when.join(', ')}</time>
              <span>
                <OutletLink outlet={outlet} url={url} />
              </span>
              {note === '' ? null : <span class="copies">{note}</span>}
            </p>
            {isCurrent ? (
              <bdi dir="auto">{title || 'Article without a title'}</bdi>
            ) : (
              <a href={href} dir="auto">
                {title || 'Article without a title'}
              </a>
            )}
          </li>
        );
      })}
    </ol>
  );
}
