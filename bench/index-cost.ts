import { WORD_KINDS } from '../lambda/store/words/record.ts';
import { buildSegment, type SearchDocument } from '../lambda/store/words/segment.ts';
import { itemTokens, statementTokens } from '../lambda/store/words/tokens.ts';
import { segmentRecords } from '../lambda/store/words/write-segment.ts';
import { inventedArchive } from './invented-archive.ts';

const PLACE = {
  id: { start: '2026-01-01T00:00:00Z', epoch: 1 },
  end: '2026-01-02T00:00:00Z',
  previous: { start: '2025-12-31T00:00:00Z', epoch: 1 },
  expiresAt: null,
};

/** Write units that a segment of so many items costs for each of them: every record rounded up to a kilobyte, names and keys included. */
export function indexCost(sizes: number[]): string {
  const rows = sizes.map((size) => {
    const documents: Record<'statements' | 'items', SearchDocument[]> = { statements: [], items: [] };
    for (const { item, statements } of inventedArchive(size * 2.5)) {
      const position = `${item.sortAt}#${item.id}`;
      documents.items.push({ position, revision: 1, tokens: itemTokens(item) });
      for (const statement of statements) {
        const tokens = statementTokens(statement);
        documents.statements.push({ position: `${position}#${statement.start}#${statement.id}`, revision: 1, tokens });
      }
    }
    const records = WORD_KINDS.flatMap((kind) => {
      const { header, parts } = segmentRecords(buildSegment(documents[kind]), { kind, ...PLACE });
      return [header, ...parts];
    });
    const bytes = records.map(sizeOf);
    const units = bytes.reduce((sum, one) => sum + Math.ceil(one / 1024), 0);
    const total = bytes.reduce((sum, one) => sum + one, 0);
    return `| ${size} | ${records.length} | ${(total / size).toFixed(0)} | ${(units / size).toFixed(2)} |`;
  });
  return [
    '| items in a segment | records | bytes an item | write units an item |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function sizeOf(record: Record<string, unknown>): number {
  return Object.entries(record).reduce((sum, [name, value]) => {
    const bytes = value instanceof Uint8Array ? value.length : Buffer.byteLength(JSON.stringify(value));
    return sum + name.length + bytes;
  }, 0);
}
