import { foldSpace } from '../../common/html/fold-space.ts';
import { textOf, textToHtml } from '../../common/html/text-of.ts';
import { splitJoinedNames } from '../../common/split-joined-names.ts';
import type { Element } from '../xml/element-stack.ts';
import type { Capture } from './capture.ts';
import type { FieldRule, Shape } from './fields.ts';
import { isForeign, markupHtml, markupText, readMarkup } from './markup-value.ts';
import { personName } from './person.ts';
import type { FeedRecord, ListField, SingleField } from './record.ts';

const LISTS: ReadonlySet<string> = new Set(['author', 'tag', 'published', 'updated']);
const WEB = /^https?:\/\//i;
/** Something with a slash in it and no scheme, as `2026/storm.html`. */
const PATH = /^[^\s:/]*\/[^\s:]*$/;
const ROOTED = /^\/[^\s:]*$/;
const MAXIMUM_DATE_LENGTH = 100;
const LONGEST_SOURCE = 200;

const isList = (field: FieldRule['field']): field is ListField => LISTS.has(field);

function byteCount(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,15}$/.test(value.trim()) ? Number(value) : null;
}

/** Keeps the file that an element's attributes name. */
export function collectEnclosure({ attributes, base }: Element, record: FeedRecord, text = ''): void {
  const url = attributes.get('url') ?? attributes.get('href') ?? attributes.get('rdf:resource') ?? text;
  const length = attributes.get('length') ?? attributes.get('fileSize');
  const type = attributes.get('type')?.trim();
  record.addEnclosure({ url: base.resolve(url), type: type ? type : null, length: byteCount(length) });
}

/** Whether a link leads to a translation, as its `hreflang` says beside the language in force. */
function isOtherLanguage({ attributes, language }: Element): boolean {
  const target = attributes.get('hreflang');
  if (target === undefined || !language) return false;
  const primary = (tag: string): string => tag.trim().toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return primary(target) !== primary(language);
}

function collectLink({ element, rule, plain }: Capture, record: FeedRecord): void {
  const relation = element.attributes.get('rel')?.toLowerCase() ?? 'alternate';
  const type = element.attributes.get('type')?.toLowerCase() ?? 'text/html';
  if (relation === 'enclosure') collectEnclosure(element, record);
  else if (relation === 'self') record.put('self', element.base.webAddress(element.attributes.get('href') ?? plain), 0);
  // Another type than HTML is another form of the entry, as its audio or its JSON.
  else if (relation === 'alternate') {
    const href = element.base.webAddress(element.attributes.get('href') ?? plain);
    record.put('link', href, rule.rank + (type.includes('html') ? 0 : 2) + (isOtherLanguage(element) ? 0.5 : 0));
  }
}

/**
 * A guid is kept word for word, unless it is a path that stands for an address: one that `isPermaLink` or Atom calls so,
 * or that begins at the site's root.
 */
function collectGuid({ element, rule, plain, markup }: Capture, record: FeedRecord): void {
  const { attributes, base, expanded } = element;
  const permaLink = attributes.get('isPermaLink')?.trim().toLowerCase();
  const given = (markup ?? plain).trim();
  const isPath = permaLink === 'true' || expanded.vocabulary === 'atom' ? PATH.test(given) : ROOTED.test(given);
  const guid = isPath && permaLink !== 'false' ? base.resolve(given) : given;
  record.put('guid', guid, rule.rank);
  if (permaLink !== 'false' && WEB.test(guid)) record.put('link', base.webAddress(guid), 8);
}

function collectCategory({ element, plain }: Capture, record: FeedRecord): void {
  const { attributes } = element;
  const tag = foldSpace(attributes.get('term') ?? attributes.get('text') ?? '') || personName(plain);
  record.add('tag', tag, 0);
  const label = foldSpace(attributes.get('label') ?? '');
  if (label.toLowerCase() !== tag.toLowerCase()) record.add('tag', label, 0);
}

function collectMarkup(capture: Capture, record: FeedRecord): void {
  const { field, rank } = capture.rule;
  if (field !== 'title' && isForeign(capture)) return;
  const markup = readMarkup(capture);
  const html = markupHtml(markup);
  if (field === 'content') record.put(field, html ?? textToHtml(markupText(markup)), rank);
  else if (field === 'title') record.put(field, foldSpace(markupText(markup)), rank, html);
  // The words of what is marked up are read when they are needed.
  else record.put(field as SingleField, html === null ? markupText(markup) : '', rank, html);
}

function collectPlain({ rule: { field, rank }, plain }: Capture, record: FeedRecord): void {
  const text = foldSpace(field === 'language' ? plain.replaceAll('_', '-') : plain);
  if (isList(field)) record.add(field, text.slice(0, MAXIMUM_DATE_LENGTH), rank);
  else record.put(field as SingleField, text, rank);
}

function collectKeywords({ plain }: Capture, record: FeedRecord): void {
  for (const keyword of plain.split(',')) record.add('tag', foldSpace(keyword), 0);
}

function collectPerson(capture: Capture, record: FeedRecord): void {
  const line = personName(capture.child('name') || capture.child('email') || capture.plain);
  const parts = splitJoinedNames(line).split(', ');
  // A comma of its own is the author's.
  for (const name of parts.length > line.split(', ').length ? parts : [line])
    record.add('author', name, capture.rule.rank);
}

/** The outlet that an aggregator has an entry from: RSS names it, Atom holds the head of its feed. */
function collectSource(capture: Capture, record: FeedRecord): void {
  const { attributes, base } = capture.element;
  record.put('source', foldSpace(textOf(capture.child('title') || capture.plain)).slice(0, LONGEST_SOURCE), 0);
  record.put('sourceUrl', base.webAddress(attributes.get('url') ?? ''), 0);
}

const COLLECTORS: Record<Shape, (capture: Capture, record: FeedRecord) => void> = {
  link: collectLink,
  guid: collectGuid,
  category: collectCategory,
  keywords: collectKeywords,
  enclosure: ({ element, plain }, record) => collectEnclosure(element, record, plain),
  media: ({ element }, record) => collectEnclosure(element, record),
  person: collectPerson,
  source: collectSource,
  markup: collectMarkup,
  plain: collectPlain,
};

/** Reads a captured element by its rule's shape and keeps what it says in the record of its entry, or of the feed. */
export function collect(capture: Capture, record: FeedRecord): void {
  COLLECTORS[capture.rule.shape](capture, record);
}
