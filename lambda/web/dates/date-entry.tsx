import type { DateRow } from '../../api/dates/rows.ts';
import { dateRoleSchema } from '../../model/date-mention.ts';
import { links } from '../kit/links.ts';
import { OutletLink } from '../kit/outlet-link.tsx';
import { DATE_ROLE_IN_WORDS } from '../kit/rules-in-words.ts';
import { publishedInWords } from '../kit/words.ts';

/** A day ahead as an article speaks of it: the sentence with the date marked, and where it stands. */
export function DateEntry({ row }: { row: DateRow }) {
  const at = row.context.indexOf(row.text);
  const role = dateRoleSchema.safeParse(row.role).data;
  return (
    <article class="coming" data-entry>
      <p class="words" dir="auto">
        {at < 0 ? (
          row.context
        ) : (
          <>
            {row.context.slice(0, at)}
            <span class="when">{row.text}</span>
            {row.context.slice(at + row.text.length)}
          </>
        )}
      </p>
      <p class="source">
        {role === undefined ? null : <span class={`use ${role}`}>{DATE_ROLE_IN_WORDS[role]}</span>}
        <span>
          <a data-open href={links.article(row.itemId)} dir="auto">
            {row.title || 'Article without a title'}
          </a>
        </span>
        <span>
          <OutletLink outlet={row.outlet} url={row.url} />
        </span>
        <span>{publishedInWords(row)}</span>
      </p>
    </article>
  );
}
