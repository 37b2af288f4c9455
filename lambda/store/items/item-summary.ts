import type { Item, ItemSummary } from '../../model/item.ts';
import { shorten } from '../shorten.ts';
import type { WithoutEdition } from '../store-shapes.ts';

/** Item records are copied into two indexes, and each KB costs a write unit more in all of them. */
const LARGEST_ITEM = 1700;

/** What lists show: without its long texts, others shortened, lists cut, so that record and keys stay within 2 KB whatever a feed sends; addresses stay whole. */
export function summaryOf({ contentText: _, contentHtml: __, ...item }: WithoutEdition<Item>): Summary {
  const summary = cut(item, { title: 240, summary: 320, text: 120, authors: 4, tags: 6, enclosures: 1, warnings: 2 });
  if (Buffer.byteLength(JSON.stringify(summary)) <= LARGEST_ITEM) return summary;
  return cut(item, { title: 160, summary: 120, text: 40, authors: 2, tags: 2, enclosures: 0, warnings: 0 });
}

type Summary = WithoutEdition<ItemSummary>;

interface Limits {
  title: number;
  summary: number;
  /** Bytes of every other text. */
  text: number;
  authors: number;
  tags: number;
  enclosures: number;
  warnings: number;
}

function cut(item: Summary, limits: Limits): Summary {
  const short = (text: string) => shorten(text, limits.text);
  const shortOrNull = (text: string | null) => (text === null ? null : short(text));
  return {
    ...item,
    guid: shortOrNull(item.guid),
    title: shorten(item.title, limits.title),
    summary: shorten(item.summary, limits.summary),
    publishedAtRaw: item.publishedAtRaw === null ? null : shorten(item.publishedAtRaw, 40),
    authors: item.authors.slice(0, limits.authors).map(short),
    tags: item.tags.slice(0, limits.tags).map((tag) => shorten(tag, 40)),
    enclosures: item.enclosures.slice(0, limits.enclosures).filter(({ url }) => url.length <= 300),
    warnings: item.warnings.slice(0, limits.warnings).map(({ code, message }) => ({ code, message: short(message) })),
    dateline: item.dateline && {
      ...item.dateline,
      raw: short(item.dateline.raw),
      place: shortOrNull(item.dateline.place),
      agency: shortOrNull(item.dateline.agency),
      syndicator: shortOrNull(item.dateline.syndicator),
    },
  };
}
