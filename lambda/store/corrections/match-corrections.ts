import { fold } from '../../common/fold.ts';
import type { Correction } from '../../model/correction.ts';
import type { Statement } from '../../model/statement.ts';

type Read = Pick<Statement, 'id' | 'start' | 'text'>;

/** Of the words of either, so many must be the other's too: with fewer, another statement is meant. */
const LEAST_SHARED = 0.5;

/**
 * Which statement each correction is about: the one with its id, else the one that shares most words with what was corrected, half of them at
 * least. A statement has one correction at most; those that are left over are orphaned, and in no pair. Statements are as the rules found them.
 */
export function matchCorrections<S extends Read>(
  statements: readonly S[],
  corrections: readonly Correction[],
): Map<S, Correction> {
  const pairs = new Map<S, Correction>();
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const left: Correction[] = [];
  for (const correction of corrections) {
    const statement = byId.get(correction.statementId);
    if (statement) pairs.set(statement, correction);
    else left.push(correction);
  }
  if (left.length === 0) return pairs;

  const free = statements
    .filter((statement) => !pairs.has(statement))
    .map((one) => ({ one, words: wordsOf(one.text) }));
  const candidates = left.flatMap((correction) => {
    const words = wordsOf(correction.machine.text);
    return free.flatMap(({ one, words: others }) => {
      const shared = sharedPart(words, others);
      return shared >= LEAST_SHARED ? [{ correction, statement: one, shared }] : [];
    });
  });
  const matched = new Set<Correction>();
  for (const { correction, statement } of candidates.sort(byLikeness)) {
    if (matched.has(correction) || pairs.has(statement)) continue;
    matched.add(correction);
    pairs.set(statement, correction);
  }
  return pairs;
}

interface Candidate<S> {
  correction: Correction;
  statement: S;
  shared: number;
}

/** The most alike first; of equals the same one at every run. */
function byLikeness(one: Candidate<Read>, other: Candidate<Read>): number {
  const order = ({ statement, correction }: Candidate<Read>) => `${statement.id}#${correction.statementId}`;
  return (
    other.shared - one.shared || one.statement.start - other.statement.start || (order(one) < order(other) ? -1 : 1)
  );
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    fold(text)
      .split(' ')
      .filter((word) => word !== ''),
  );

function sharedPart(one: Set<string>, other: Set<string>): number {
  const most = Math.max(one.size, other.size);
  if (most === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared / most;
}
