import type { FilterField, StatementFilter } from '../../api/statements/filter.ts';
import { FILTER_NAMES, type FilterName, statementFilters } from '../../api/statements/filters.ts';
import type { Feed } from '../../model/feed.ts';
import { Select } from '../kit/select.tsx';

type Sent = Record<string, string>;
type Choice = readonly [value: string, name: string];

/** The filters that have a field of their own. */
const FIELDS = FILTER_NAMES.flatMap((name): (FilterField & { name: FilterName })[] => {
  const { field }: StatementFilter = statementFilters[name];
  return field ? [{ ...field, name }] : [];
});
const BEHIND = FIELDS.filter(({ more }) => more);

/** The search, as a form whose state is the address of the page. Parameters without a field stay as they were sent. */
export function SearchForm({ sent, feeds }: { sent: Sent; feeds: Pick<Feed, 'id' | 'title'>[] }) {
  const kept = Object.entries(sent).filter(([name]) => name !== 'cursor' && !FIELDS.some((one) => one.name === name));
  return (
    <search>
      <form method="get" action="/" class="search">
        {FIELDS.filter(({ more }) => !more).map((field) => (
          <Field field={field} sent={sent} feeds={feeds} />
        ))}
        <div class="buttons">
          <button type="submit">Search</button>
          <a href="/">Clear</a>
        </div>
        <details class="more" open={BEHIND.some(({ name }) => sent[name] !== undefined)}>
          <summary>More filters</summary>
          <div class="fields">
            {BEHIND.map((field) => (
              <Field field={field} sent={sent} feeds={feeds} />
            ))}
          </div>
        </details>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      </form>
    </search>
  );
}

interface FieldProps {
  field: FilterField & { name: FilterName };
  sent: Sent;
  feeds: Pick<Feed, 'id' | 'title'>[];
}

function Field({ field: { name, label, kind, more, choices = [] }, sent, feeds }: FieldProps) {
  if (kind === 'choice') {
    const outlets = (): Choice[] => [['', 'All outlets'], ...feeds.map(({ id, title }): Choice => [id, title])];
    return <Select name={name} label={label} sent={sent} choices={choices === 'feeds' ? outlets() : choices} />;
  }
  const value = sent[name] ?? '';
  const type = kind === 'day' ? dayField(value) : kind;
  return (
    <div class={more || kind === 'day' ? undefined : 'wide'}>
      <label for={name}>{label}</label>
      <input id={name} name={name} type={type} value={value} data-search={kind === 'search' ? true : undefined} />
    </div>
  );
}

/** A field for days would drop a moment. */
function dayField(value: string): 'date' | 'text' {
  return value === '' || value.length === 10 ? 'date' : 'text';
}
