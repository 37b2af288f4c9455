/** A list in another form: where, as what, and its name. */
export interface FormatLink {
  href: string;
  type: string;
  title: string;
}

const FORMATS = [
  ['csv', 'text/csv', 'CSV'],
  ['rss', 'application/rss+xml', 'RSS'],
  ['json', 'application/json', 'JSON'],
] as const;

/** The same query of a list of the API as files and feeds. */
export function formatLinks(path: string, query: URLSearchParams): FormatLink[] {
  return FORMATS.map(([format, type, title]) => {
    const search = new URLSearchParams(query);
    search.set('format', format);
    return { href: `${path}?${search}`, type, title };
  });
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
          {index === 0 ? '' : ', '}
          <a href={href}>{title}</a>
        </>
      ))}
    </p>
  );
}
