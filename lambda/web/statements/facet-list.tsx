import { links } from '../kit/links.ts';

/** Values of one filter that are found, each with how many statements it would leave. */
export interface Facet {
  parameter: string;
  title: string;
  values: { value: string; label: string; count: number | null }[];
}

/** Lists that narrow the search by one more filter, or undo it. */
export function FacetList(props: { facets: Facet[]; sent: Record<string, string>; note: string | null }) {
  const { facets, sent, note } = props;
  if (facets.length === 0) return <div class="facets" />;
  return (
    <nav class="facets" aria-label="Narrow the search">
      {facets.map(({ parameter, title, values }) => (
        <section>
          <h2>{title}</h2>
          <ul>
            {values.map(({ value, label, count }) => {
              const isChosen = sent[parameter] === value;
              return (
                <li>
                  <a
                    href={links.with('/', sent, parameter, isChosen ? null : value)}
                    aria-current={isChosen ? 'true' : undefined}
                  >
                    <bdi dir="auto">{label}</bdi>
                  </a>
                  {isChosen ? (
                    <span class="undo">chosen</span>
                  ) : count === null ? null : (
                    <data>{count.toLocaleString('en')}</data>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {note === null ? null : <p class="detail">{note}</p>}
    </nav>
  );
}
