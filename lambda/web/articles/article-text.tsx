import { type Mark, type Piece, paragraphsOf } from './article-marks.ts';

interface Props {
  text: string;
  marks: readonly Mark[];
  language: string | null;
  /** Ids of the statements in their order: each has its number set behind its first words. */
  ids: readonly string[];
  /** The statement that is focused. */
  focused: string | null;
  /** Where the number of a statement leads. */
  hrefOf(id: string): string;
}

/** A text with its marks, in paragraphs; every statement carries its number, as a footnote does. */
export function ArticleText({ text, marks, language, ids, focused, hrefOf }: Props) {
  const numbers = new Map(ids.map((id, index) => [id, index + 1]));
  const firsts = new Map<number, string[]>();
  for (const id of ids) {
    const start = marks.find((mark) => mark.of === id && mark.kind === 'said')?.start;
    if (start !== undefined) firsts.set(start, [...(firsts.get(start) ?? []), id]);
  }
  return (
    <section class="text" aria-label="Text" lang={language ?? undefined}>
      {paragraphsOf(text, marks).map((pieces) => (
        <p dir="auto">
          {pieces.map((piece) => (
            <>
              {(firsts.get(piece.start) ?? []).map((id) => (
                <a
                  class="number"
                  id={`s-${id}`}
                  href={hrefOf(id)}
                  data-statement={id}
                  data-entry
                  aria-label={`Statement ${numbers.get(id)}`}
                >
                  {numbers.get(id)}
                </a>
              ))}
              <MarkedText piece={piece} focused={focused} />
            </>
          ))}
        </p>
      ))}
    </section>
  );
}

function MarkedText({ piece: { text, kinds, of }, focused }: { piece: Piece; focused: string | null }) {
  if (kinds.length === 0) return <>{text}</>;
  const isOn = focused !== null && of.includes(focused);
  const attributes = {
    class: isOn ? [...kinds, 'on'].join(' ') : kinds.join(' '),
    'data-of': of.length > 0 ? of.join(' ') : undefined,
  };
  return kinds.includes('said') ? <mark {...attributes}>{text}</mark> : <span {...attributes}>{text}</span>;
}

/** What the marks of a text mean, as far as it has them; nothing where nobody says anything. */
export function Legend({ marks }: { marks: readonly Mark[] }) {
  const has = new Set(marks.map(({ kind }) => kind));
  if (!has.has('said')) return null;
  return (
    <p class="legend">
      <mark class="said">words of a statement</mark> {has.has('cue') ? <span class="cue">cue</span> : null}{' '}
      {has.has('who') ? <span class="who">speaker</span> : null}{' '}
      {has.has('when') ? <span class="when">date</span> : null}
    </p>
  );
}
