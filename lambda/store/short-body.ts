import { isDeepStrictEqual } from 'node:util';
import type { ItemSummary } from '../model/item.ts';
import { type ItemBody, itemBodySchema } from './records/item-body.ts';
import { restoreDates, shortenDates } from './short-dates.ts';

/** What text and markup may stand with between paragraphs, where the markup is no more than the text. */
const JOINTS = ['', '\n', '\n\n'];

type Fields = Record<string, unknown>;

/** A body as it is stored: text, markup or the number of the joint that makes it of the text, dates, and fields that the item's record says otherwise. */
type ShortBody = [text: string, html: string | number | null, dates: unknown[], fields: Fields];

/** The body without what its text or the item's own record say; of these two it is restored. */
export function shortenBody({ item, dates }: ItemBody, stored: ItemSummary): ShortBody {
  const { contentText, contentHtml, ...fields } = item;
  const joint = JOINTS.findIndex((one) => contentHtml !== null && contentHtml === paragraphs(contentText, one));
  const own = Object.entries(fields).filter(([name, value]) => !isDeepStrictEqual(value, (stored as Fields)[name]));
  return [
    contentText,
    joint === -1 ? contentHtml : joint,
    shortenDates(dates, contentText, stored.publishedAt),
    Object.fromEntries(own),
  ];
}

/** The body as it was, also of what earlier versions stored whole; throws what its schema says against it. */
export function restoreBody(value: unknown, stored: ItemSummary): ItemBody {
  if (!Array.isArray(value)) return itemBodySchema.parse(value);
  const [contentText, html, dates, fields] = value as ShortBody;
  const contentHtml = typeof html === 'number' ? paragraphs(contentText, JOINTS[html] ?? '') : html;
  return itemBodySchema.parse({
    item: { ...stored, ...fields, contentText, contentHtml },
    dates: restoreDates(dates, contentText, stored.publishedAt),
  });
}

function paragraphs(text: string, joint: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const parts = escaped.split('\n\n').map((part) => `<p>${part}</p>`);
  return parts.join(joint);
}
