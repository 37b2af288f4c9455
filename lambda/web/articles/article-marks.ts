import type { DateMention } from '../../model/date-mention.ts';
import type { Span } from '../../model/span.ts';
import type { ExtractedStatement } from '../../model/statement.ts';
import { type MarkedPiece, markText } from './mark-text.ts';

/** What a stretch of an article is marked as. */
export type MarkKind = 'said' | 'cue' | 'who' | 'named' | 'when' | 'opening';

/** A marked stretch; `of` is the statement that it belongs to, where it does. */
export interface Mark extends Span {
  kind: MarkKind;
  of: string | null;
}

/** A stretch of text with the same marks throughout. */
export interface Piece {
  text: string;
  start: number;
  kinds: MarkKind[];
  /** Ids of the statements that it belongs to. */
  of: string[];
}

type Marked = Pick<ExtractedStatement, 'spans' | 'cue' | 'speaker'> & { id: string };

/** All marks of an article: words, cue and speaker of its statements, the names that pronouns were read as, dates, and its dateline. */
export function marksOf(article: {
  contentText: string;
  statements: readonly Marked[];
  dates: readonly DateMention[];
  dateline: { bodyStart: number } | null;
}): Mark[] {
  const statements = article.statements.flatMap((statement): Mark[] => {
    const { id, spans, cue, speaker } = statement;
    const named = antecedentOf(article.contentText, speaker);
    return [
      ...spans.map(({ start, end }): Mark => ({ start, end, kind: 'said', of: id })),
      ...(cue ? [{ start: cue.start, end: cue.end, kind: 'cue', of: id } satisfies Mark] : []),
      ...(speaker
        ? [{ start: speaker.mention.start, end: speaker.mention.end, kind: 'who', of: id } satisfies Mark]
        : []),
      ...(named ? [{ ...named, kind: 'named', of: id } satisfies Mark] : []),
    ];
  });
  const dates = article.dates.map(({ start, end }): Mark => ({ start, end, kind: 'when', of: null }));
  const opening = article.dateline?.bodyStart ?? 0;
  return [
    ...statements,
    ...dates,
    ...(opening > 0 ? [{ start: 0, end: opening, kind: 'opening', of: null } as const] : []),
  ];
}

/** So far before a pronoun or office the name is looked for. */
const REACH = 4_000;

/**
 * Where the person that a pronoun, office or short name stands for was named last before it: by the last word of the name, or by the whole name there. `null`
 * for a mention that is the name itself, and where the text before does not have it.
 */
export function antecedentOf(text: string, speaker: Marked['speaker']): Span | null {
  if (speaker === null || speaker.resolution === 'explicit' || speaker.mention.text === speaker.name) return null;
  const from = Math.max(0, speaker.mention.start - REACH);
  const before = text.slice(from, speaker.mention.start);
  const lastWord = speaker.name.split(/\s+/).at(-1) ?? '';
  const at = lastWord === '' ? -1 : lastWholeWord(before, lastWord);
  if (at < 0) return null;
  const end = at + lastWord.length;
  const start = before.slice(0, end).endsWith(speaker.name) ? end - speaker.name.length : at;
  return { start: from + start, end: from + end };
}

function lastWholeWord(text: string, name: string): number {
  for (let at = text.lastIndexOf(name); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(name, at - 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + name.length] ?? ' '];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}

/** The paragraphs of a marked text; those that are empty are left out. */
export function paragraphsOf(text: string, marks: readonly Mark[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const piece of markText(text, [...marks])) {
    const { kinds, of } = meaningOf(piece, marks);
    let place = piece.start;
    for (const [index, line] of piece.text.split('\n').entries()) {
      if (index > 0) paragraphs.push([]);
      if (line !== '') paragraphs.at(-1)?.push({ text: line, start: place, kinds, of });
      place += line.length + 1;
    }
  }
  return paragraphs.filter((pieces) => pieces.some(({ text }) => text.trim() !== ''));
}

function meaningOf(piece: MarkedPiece, marks: readonly Mark[]): { kinds: MarkKind[]; of: string[] } {
  const covering = piece.marks.flatMap((number) => marks[number] ?? []);
  return {
    kinds: [...new Set(covering.map(({ kind }) => kind))],
    of: [...new Set(covering.flatMap(({ of }) => of ?? []))],
  };
}
