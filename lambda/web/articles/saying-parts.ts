import type { StatementRow } from '../../api/statements/rows.ts';
import { fold } from '../../common/fold.ts';

/** The same words of a saying, or the same speaker, and the statements that have them. */
export interface SayingPart {
  rows: StatementRow[];
}

/** The wordings of a saying, the first one first; case, accents and marks make none. */
export function wordingsOf(rows: readonly StatementRow[]): SayingPart[] {
  return partsBy(rows, ({ text }) => fold(text));
}

/**
 * Whom outlets name, the first one first; merged speakers, and a name with parts left out ("Orvik" of "Lena Orvik"), are one. An unknown speaker, a group or
 * "a spokeswoman" is no name that others could contradict. Several only where two articles have none in common: one that names two who said it together agrees
 * with one that names either.
 */
export function speakersNamed(rows: readonly StatementRow[], targetOf: (speakerId: string) => string): SayingPart[] {
  const naming = rows.filter(({ speaker }) => speaker?.kind === 'person' || speaker?.kind === 'organization');
  const parts = partsBy(naming, ({ speaker }) =>
    speaker?.id ? `id ${targetOf(speaker.id)}` : `name ${fold(speaker?.name ?? '')}`,
  );
  const whole: SayingPart[] = [];
  for (const part of parts) {
    const same = whole.find((other) => isPartOf(nameOf(part), nameOf(other)) || isPartOf(nameOf(other), nameOf(part)));
    if (same) same.rows.push(...part.rows);
    else whole.push(part);
  }
  const byArticle = new Map<string, Set<SayingPart>>();
  for (const part of whole) {
    for (const { itemId } of part.rows) byArticle.set(itemId, (byArticle.get(itemId) ?? new Set()).add(part));
  }
  const named = [...byArticle.values()];
  const doDiffer = named.some((some) => named.some((others) => [...some].every((part) => !others.has(part))));
  return doDiffer ? whole : whole.slice(0, 1);
}

const nameOf = ({ rows }: SayingPart): string[] => fold(rows[0]?.speaker?.name ?? '').split(' ');
const isPartOf = (some: string[], all: string[]): boolean => some.every((word) => all.includes(word));

function partsBy(rows: readonly StatementRow[], keyOf: (row: StatementRow) => string): SayingPart[] {
  const parts = new Map<string, SayingPart>();
  for (const row of rows) {
    const key = keyOf(row);
    const part = parts.get(key) ?? { rows: [] };
    part.rows.push(row);
    parts.set(key, part);
  }
  return [...parts.values()];
}
