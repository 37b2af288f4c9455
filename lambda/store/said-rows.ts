import { groupBy } from '../common/group-by.ts';
import type { Instant } from '../model/instant.ts';
import type { Statement } from '../model/statement.ts';
import { decodeStatements } from './records/statements.ts';
import { revisionOf } from './revision-of.ts';
import { expiryOf } from './table/codec.ts';
import { keys } from './table/keys.ts';
import type { Attributes, Key } from './table/port.ts';

/** Keys of the rows by which a speaker's statements are found: one for each speaker of a revision, whatever the number of statements. */
export function saidKeys(statements: readonly Statement[]): Key[] {
  const rows = statements.flatMap((statement) => {
    const id = statement.speaker?.id ?? null;
    return id === null || statement.correction?.notAStatement ? [] : [keys.said(id, statement)];
  });
  return [...new Map(rows.map((key) => [`${key.pk}\n${key.sk}`, key])).values()];
}

/** The rows to put: they say all by their keys. */
export function saidRows(statements: readonly Statement[], expiresAt: Instant | null): (Attributes & Key)[] {
  return saidKeys(statements).map((key) => ({ ...key, ...expiryOf(expiresAt) }));
}

/** Keys of the rows of those revisions whose statements stand in these records. */
export function saidKeysIn(records: readonly Attributes[], isMeant: (revision: number) => boolean): Key[] {
  const revisions = groupBy(records, ({ sk }) => String(revisionOf({ sk: String(sk) })));
  return [...revisions].flatMap(([revision, pieces]) =>
    isMeant(Number(revision)) ? saidKeys(decodeStatements(pieces)) : [],
  );
}

/** The revision that a row tells of. */
export function saidPlace({ sk }: Attributes): { itemId: string; revision: number } {
  const [, itemId = '', revision] = String(sk).split('#');
  return { itemId, revision: Number(revision) };
}
