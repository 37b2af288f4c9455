import { readableStatement } from '../../common/readable-statement.ts';
import type { Statement } from '../../model/statement.ts';

type Spoken = Pick<Statement, 'text' | 'spans' | 'type' | 'frame' | 'cue' | 'start'>;

/** The words of each span of a statement; in one piece where they do not add up to its text. */
export function partsOf({ text, spans }: Pick<Spoken, 'text' | 'spans'>): string[] {
  const lengths = spans.map(({ start, end }) => end - start);
  const total = lengths.reduce((sum, length) => sum + length, 0) + spans.length - 1;
  if (total !== text.length) return [text];
  let place = 0;
  return lengths.map((length) => {
    const part = text.slice(place, place + length);
    place += length + 1;
    return part;
  });
}

/** The words of a statement: in quotation marks where they are quoted, behind their verb where they are no sentence without it, with ` … ` where the article goes between them. */
export function SpokenWords({ statement, language }: { statement: Spoken; language: string | null }) {
  const text = readableStatement({ ...statement, text: partsOf(statement).join(' … ') });
  return (
    <blockquote class={`words ${statement.type}`} lang={language ?? undefined} dir="auto">
      {statement.type === 'direct' ? <q>{text}</q> : text}
    </blockquote>
  );
}
