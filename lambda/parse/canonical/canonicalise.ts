import { LinkBase } from '../../common/html/link-base.ts';
import { FeedParseError } from '../../model/errors.ts';
import { NewestEntries } from '../newest-entries.ts';
import { readTimestamps } from '../read-timestamps.ts';
import type { Warnings } from '../warnings.ts';
import { type Element, ElementStack } from '../xml/element-stack.ts';
import { scanXml, type XmlHandler } from '../xml/scan-xml.ts';
import { Capture, VOID } from './capture.ts';
import { collect, collectEnclosure } from './collect.ts';
import { FIELDS, type FieldRule } from './fields.ts';
import { FeedRecord } from './record.ts';
import { type FeedFormat, rootFormat } from './root.ts';
import { type WrittenRss, writeRss } from './write-rss.ts';

/** A feed in the one form that rss-parser is given. */
export interface CanonicalFeed extends WrittenRss {
  format: FeedFormat;
}

/** Elements whose children speak of the feed or entry around them, and those whose children never do. */
const CONTAINERS: ReadonlySet<string> = new Set(['channel', 'rss', 'rdf', 'feed', 'items', 'group']);
const SHORT_SHAPES: ReadonlySet<string> = new Set(['plain', 'guid', 'link']);

/** Follows the scan and puts what it meets into records; `#opaque` is the depth of an element whose inside says nothing. */
class Canonicaliser implements XmlHandler {
  readonly feed = new FeedRecord();
  readonly items = new NewestEntries<FeedRecord>(
    (record) => readTimestamps([...record.all('published'), ...record.all('updated')], null)?.value ?? null,
  );
  format: FeedFormat | null = null;
  readonly #stack: ElementStack;
  readonly #warnings: Warnings;
  #item: { record: FeedRecord; name: string; depth: number } | null = null;
  #capture: { value: Capture; depth: number } | null = null;
  #opaque = 0;
  #rootDepth = 0;
  #isOver = false;
  /** Whether each entry so far had its end. */
  #closesEntries = true;

  constructor(base: LinkBase, warnings: Warnings) {
    this.#stack = new ElementStack(base);
    this.#warnings = warnings;
  }

  open(name: string, attributes: ReadonlyMap<string, string>, place: number): void {
    if (this.#isOver) {
      this.#warnings.add('trailing-junk', 'elements stand behind the end of the feed', `character ${place}`);
      return;
    }
    if (this.#capture !== null && this.#stack.isFull) {
      this.#warnings.add('too-deep', 'tags of a text that nests too deep were left out', `character ${place}`);
      return;
    }
    const element = this.#stack.push(name, attributes);
    if (this.format === null) this.#openRoot(element, place);
    else if (!this.#isItem(element)) this.#openField(element, place);
    else if (this.#item === null) this.#openItem(element);
    else {
      this.#warnings.add('unclosed-element', 'an entry was not closed before the next', `character ${place}`);
      this.#closesEntries = false;
      this.#stack.pop();
      this.close(this.#item.name);
      this.open(name, attributes, place);
    }
  }

  text(text: string): void {
    this.#capture?.value.text(text);
    if (this.format === null && /[^\s\]>]/.test(text)) {
      this.#warnings.add('leading-junk', 'text stands before the feed begins');
    }
  }

  close(name: string): void {
    let depth = this.#stack.depth;
    for (const element of this.#stack.close(name)) {
      this.#left(element, depth);
      depth -= 1;
    }
  }

  /** Closes what the feed left open. */
  end(): void {
    if (this.#stack.depth > 0 && this.format !== null) {
      this.#warnings.add('truncated', 'the feed breaks off before its end');
      // Half an entry would be stored as a whole one; it comes whole with the next poll.
      if (this.#item !== null && this.items.count > 1 && this.#closesEntries) this.items.dropLast();
    }
    for (let depth = this.#stack.depth; depth > 0; depth--) {
      const element = this.#stack.pop();
      if (element !== undefined) this.#left(element, depth);
    }
  }

  get #record(): FeedRecord {
    return this.#item?.record ?? this.feed;
  }

  #openRoot(element: Element, place: number): void {
    this.format = rootFormat(element);
    if (this.format === null) return;
    this.#rootDepth = this.#stack.depth;
    if (this.#stack.depth > 1)
      this.#warnings.add('leading-junk', 'elements stand around the feed', `character ${place}`);
    this.feed.put('language', element.language ?? '', 9);
  }

  #openField(element: Element, place: number): void {
    const rule = FIELDS.get(element.expanded.key);
    if (this.#capture !== null && this.#breaksOff(element, rule)) {
      const message = `an element was not closed before <${element.qualifiedName}>`;
      this.#warnings.add('unclosed-element', message, `character ${place}`);
      this.#endCapture();
    }
    if (this.#capture !== null) {
      this.#capture.value.open(element, this.#stack.depth - this.#capture.depth);
      if (rule?.shape === 'category' && this.#capture.value.rule.shape !== 'source')
        collect(new Capture(element, rule), this.#record);
      if (VOID.has(element.expanded.name)) this.close(element.qualifiedName);
    } else if (this.#opaque > 0) return;
    else if (rule?.shape === 'media') collectEnclosure(element, this.#record);
    else if (rule !== undefined) this.#capture = { value: new Capture(element, rule), depth: this.#stack.depth };
    else if (!CONTAINERS.has(element.expanded.name)) this.#opaque = this.#stack.depth;
  }

  #isItem({ expanded: { name, vocabulary } }: Element): boolean {
    if (name !== 'item' && name !== 'entry') return false;
    if (vocabulary !== 'rss' && vocabulary !== 'atom') return false;
    return (
      this.#capture === null || (vocabulary === 'rss' && this.#capture.value.element.expanded.vocabulary === 'rss')
    );
  }

  #openItem(element: Element): void {
    this.#endCapture();
    this.#opaque = 0;
    this.#item = { record: new FeedRecord(), name: element.qualifiedName, depth: this.#stack.depth };
    this.items.add(this.#item.record);
    this.#record.put('language', element.language ?? '', 9);
    const about = element.attributes.get('rdf:about')?.trim() ?? '';
    this.#record.put('guid', about, 9);
    if (/^https?:/i.test(about)) this.#record.put('link', element.base.webAddress(about), 9);
  }

  /** Whether an element shows that the captured one, of short text, was never closed. */
  #breaksOff(element: Element, rule: FieldRule | undefined): boolean {
    const captured = this.#capture?.value;
    if (captured === undefined || rule === undefined || element.expanded.vocabulary !== 'rss') return false;
    return captured.rule.field === 'title' || SHORT_SHAPES.has(captured.rule.shape);
  }

  #endCapture(): void {
    if (this.#capture !== null) collect(this.#capture.value, this.#record);
    this.#capture = null;
  }

  #left(element: Element, depth: number): void {
    if (this.#capture !== null) {
      if (depth === this.#capture.depth) this.#endCapture();
      else if (depth > this.#capture.depth) this.#capture.value.close(element, depth - this.#capture.depth);
    }
    if (depth === this.#opaque) this.#opaque = 0;
    if (depth === this.#rootDepth) this.#isOver = true;
    if (this.#item !== null && depth <= this.#item.depth) {
      this.#endCapture();
      this.#item = null;
    }
  }
}

/**
 * Any RSS, RDF or Atom, well-formed or not, as one small clean RSS document, in a single pass without a tree.
 * `base` is what the feed's relative links are relative to. Throws FeedParseError `not-a-feed` and `too-deep`.
 */
export function canonicalise(xml: string, base: string | null, warnings: Warnings): CanonicalFeed {
  const links = LinkBase.ofDocument(base, xml.length, (code, message) => warnings.add(code, message));
  const canonicaliser = new Canonicaliser(links, warnings);
  scanXml(xml, canonicaliser, warnings);
  canonicaliser.end();
  const { format, feed, items } = canonicaliser;
  if (format === null) {
    const opening = xml.trim().slice(0, 60).replace(/\s+/gu, ' ');
    throw new FeedParseError('not-a-feed', `neither RSS, RDF nor Atom: it begins with “${opening}”`);
  }
  return { format, ...writeRss(feed, items.kept(warnings)) };
}
