import { links } from './links.ts';

/** A list in another form: where, as what, and its name. */
export interface FormatLink {
  href: string;
  type: string;
  title: string;
}

const FORMATS = [
  ['rss', 'application/rss+xml', 'RSS'],
  ['json', 'application/json', 'JSON'],
] as const;

/** The same query as a file of all its rows, and as feed and list of the API, which have it in pages. */
export function formatLinks(noun: 'statements' | 'dates', query: URLSearchParams, rows: number | null): FormatLink[] {
  const search = query.toString();
  const file = `${links.download(noun).file}${search === '' ? '' : `?${search}`}`;
  const all = rows === null ? 'CSV, all of it' : `CSV, all ${rows.toLocaleString('en')}`;
  return [
    { href: file, type: 'text/csv', title: all },
    ...FORMATS.map(([format, type, title]) => {
      const search = new URLSearchParams(query);
      search.set('format', format);
      return { href: `/v1/${noun}?${search}`, type, title };
    }),
  ];
}

/** Those that programs look for in the head of a page. */
export function feedsAmong(formats: readonly FormatLink[]): FormatLink[] {
  return formats.filter(({ type }) => type !== 'text/csv');
}

/** A line of links to the forms. */
export function Formats({ what, formats }: { what: string; formats: readonly FormatLink[] }) {
  return (
    <p class="formats">
      {what} as{' '}
      {formats.map(({ href, title }, index) => (
        <>
          {index === 0 ? '' : '; '}
          <a href={href}>{title}</a>
        </>
      ))}
    </p>
  );
}
