import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { dateMentionSchema } from '../../model/date-mention.ts';
import { StoreError } from '../../model/errors.ts';
import { comingDateSchema, type Item } from '../../model/item.ts';
import { statementSchema } from '../../model/statement.ts';
import type { Warning } from '../../model/warning.ts';
import { statementRecord } from '../statements/record.ts';
import type { ItemBundle, WithoutEdition } from '../store-shapes.ts';
import type { Attributes, Key } from '../table/port.ts';
import { bodyRecord, cutFields, type StoredBody } from './body-record.ts';
import { comingDateRecord } from './coming-date-record.ts';
import { editionOf } from './edition.ts';
import { summaryOf } from './item-summary.ts';
import { packHtml } from './pack-html.ts';

/** An answer of the API holds the markup as it is unpacked, and has 6 MB. */
const MOST_HTML_CHARACTERS = 1_000_000;
const MOST_HTML_BYTES = 100 * 1024;
/** A record holds 400 KB. */
const LARGEST_BODY_BYTES = 380 * 1024;

/** The records of one edition, and the item that names it. */
export interface EditionRows {
  item: Item;
  /** Statements and text, in the item's partition. */
  owned: (Attributes & Key)[];
  /** Rows of the calendar. */
  coming: (Attributes & Key)[];
}

/** What the edition's name is a hash of, in the order of the schemas whatever wrote it. */
const contentSchema = z.object({
  feedHash: z.string(),
  contentHash: z.string(),
  extractorVersion: z.number(),
  statements: z.array(statementSchema.omit({ edition: true })),
  contentText: z.string(),
  contentHtml: z.string().nullable(),
  dates: z.array(dateMentionSchema),
  comingDates: z.array(comingDateSchema.omit({ edition: true })),
  cut: cutFields,
});

/**
 * Makes the records of a bundle's revision: each statement in one of its own, and the text with markup and dates in one that always fits: markup of more
 * than 100 KB, compressed, is left out, and so are dates for which there is no room; the item's warnings say so.
 */
export async function editionRows(bundle: ItemBundle): Promise<EditionRows> {
  const packed = await withPackedHtml(bundle.item);
  const { item, dates, cut } = withDatesThatFit(packed.item, packed.html, bundle);
  const { id: itemId, sortAt, expiresAt, contentText } = item;
  const fits = new Set(dates.map(({ start, end }) => `${start} ${end}`));
  const isKept = dates.length === bundle.dates.length;
  const coming = bundle.comingDates.filter(({ start, end }) => isKept || fits.has(`${start} ${end}`));
  const content = checked(item, {
    ...item,
    statements: [...new Map(bundle.statements.map((one) => [one.id, { ...one, sortAt }])).values()],
    dates,
    comingDates: coming.map((one) => ({ ...one, sortAt })),
    cut,
  });
  const edition = editionOf(item.revision, content);
  const body: StoredBody = {
    ...{ itemId, edition, sortAt, contentText, contentHtml: packed.html, dates },
    comingDates: coming.map(({ date, start }) => ({ date, start })),
    ...cut,
  };
  return {
    item: { ...item, edition },
    owned: once([
      ...content.statements.map((one) => statementRecord.encode({ ...one, edition }, expiresAt)),
      bodyRecord.encode(body, expiresAt),
    ]),
    coming: once(content.comingDates.map((one) => comingDateRecord.encode({ ...one, edition }, expiresAt))),
  };
}

type Unsaved = WithoutEdition<Item>;

function checked({ id, revision }: Unsaved, content: unknown): z.infer<typeof contentSchema> {
  const parsed = contentSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const message = `revision ${revision} of the item ${id} is not as it must be: ${z.prettifyError(parsed.error)}`;
  throw new StoreError('corrupt-record', message, parsed.error);
}

async function withPackedHtml(item: Unsaved): Promise<{ item: Unsaved; html: Uint8Array | null }> {
  if (item.contentHtml === null) return { item, html: null };
  if (item.contentHtml.length > MOST_HTML_CHARACTERS) {
    const message = `the markup has ${item.contentHtml.length} characters, and is left out; the text is whole`;
    return { item: { ...withWarning(item, { code: 'html-left-out', message }), contentHtml: null }, html: null };
  }
  const html = await packHtml(item.contentHtml);
  const room = LARGEST_BODY_BYTES - bytesOf([item.contentText, cutOf(item)]);
  if (html.length <= Math.min(MOST_HTML_BYTES, room)) return { item, html };
  const message = `the markup takes ${html.length} bytes, compressed, and is left out; the text is whole`;
  return { item: { ...withWarning(item, { code: 'html-left-out', message }), contentHtml: null }, html: null };
}

/** The first dates for which there is room, and those fields that the item's own record holds cut. */
function withDatesThatFit(
  item: Unsaved,
  html: Uint8Array | null,
  { dates, comingDates }: Pick<ItemBundle, 'dates' | 'comingDates'>,
) {
  const all = { item, dates, cut: cutOf(item) };
  const others = [item.contentText, all.cut, comingDates.map(({ date, start }) => ({ date, start }))];
  let room = LARGEST_BODY_BYTES - (html?.length ?? 0) - bytesOf(others);
  const fit = dates.findIndex((date) => {
    room -= bytesOf(date);
    return room < 0;
  });
  if (fit === -1) return all;
  const message = `the text speaks of ${dates.length} dates; the first ${fit} of them are kept`;
  const warned = withWarning(item, { code: 'dates-left-out', message });
  return { item: warned, dates: dates.slice(0, fit), cut: cutOf(warned) };
}

/** Fields that the item's own record does not hold whole. */
function cutOf(item: Unsaved): z.infer<typeof cutFields> {
  const summary = summaryOf(item);
  const names = Object.keys(cutFields.shape) as (keyof typeof cutFields.shape)[];
  return Object.fromEntries(
    names.flatMap((name) => (isDeepStrictEqual(item[name], summary[name]) ? [] : [[name, item[name]]])),
  );
}

const withWarning = (item: Unsaved, warning: Warning): Unsaved => ({ ...item, warnings: [...item.warnings, warning] });
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const once = (rows: (Attributes & Key)[]): (Attributes & Key)[] => [
  ...new Map(rows.map((row) => [`${row.pk}\n${row.sk}`, row])).values(),
];
