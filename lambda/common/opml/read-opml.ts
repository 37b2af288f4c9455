import { Parser } from 'htmlparser2';
import { InputError } from '../../model/errors.ts';
import { decodeText } from '../charset/decode-text.ts';

/** A subscription as OPML tells it. */
export interface Outline {
  /** As it stands there, not checked; empty where an outline should be a feed and has no address. */
  url: string;
  /** In the file, from 1. */
  line: number;
  title: string | null;
  siteUrl: string | null;
  /** Names of the outlines around it, joined by `/`; `null` at the top. */
  folder: string | null;
  tags: string[];
  /** Why it cannot be subscribed, whatever its address is. */
  problem?: string;
}

const MOST_CHARACTERS = 20_000_000;
const DEEPEST = 100;
const MOST_OUTLINES = 100_000;
/** The same as for a feed that is added by itself. */
const LONGEST_NAME = 300;
const LONGEST_ADDRESS = 2_000;
const MOST_TAGS = 20;
const DECLARATION = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/;

const FEED = /^(?:rss|atom|rdf|feed|json)/i;
/** Outlines that name something else than a feed (OPML 2.0, “Inclusion”). */
const ELSEWHERE = new Map([
  ['link', 'is a link to a page or a list, not a feed; `dateline feeds add` finds the feed of a page'],
  ['include', 'includes another list, which is not fetched; import that one by itself'],
]);

/** A folder's path, or that it is too long to be one. */
type Folder = { path: string | null; isTooLong: boolean };

const TOP: Folder = { path: null, isTooLong: false };

/** The folder with one of this name inside; its path is never longer than a name may be, however deep it stands. */
function inside(folder: Folder, name: string | null): Folder {
  if (name === null || folder.isTooLong) return folder;
  const length = (folder.path?.length ?? -1) + 1 + name.length;
  if (length > LONGEST_NAME) return { path: null, isTooLong: true };
  return { path: folder.path === null ? name : `${folder.path}/${name}`, isTooLong: false };
}

/** Follows the parser and keeps the outlines. */
class OpmlReader {
  readonly outlines: Outline[] = [];
  isOpml = false;
  #depth = 0;
  readonly #folders: Folder[] = [];
  readonly #lineAt: (place: number) => number;

  constructor(text: string) {
    this.#lineAt = createLineCounter(text);
  }

  open(name: string, attributes: Record<string, string>, place: number): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new InputError('too-deep', `the OPML is nested deeper than ${DEEPEST} elements`);
    if (name === 'opml') this.isOpml = true;
    if (name === 'outline') this.#outline(attributes, place);
  }

  close(name: string): void {
    this.#depth -= 1;
    if (name === 'outline') this.#folders.pop();
  }

  #outline(attributes: Record<string, string>, place: number): void {
    const byName = new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value.trim()]));
    const attributeOf = (key: string): string | null => byName.get(key) || null;
    const folder = this.#folders.at(-1) ?? TOP;
    const title = attributeOf('title') ?? attributeOf('text');
    const type = attributeOf('type')?.toLowerCase() ?? '';
    const elsewhere = byName.has('xmlurl') ? undefined : ELSEWHERE.get(type);
    const url = byName.get('xmlurl') ?? (elsewhere ? (attributeOf('url') ?? '') : FEED.test(type) ? '' : null);
    this.#folders.push(url === null ? inside(folder, title) : folder);
    if (url === null) return;
    if (this.outlines.length >= MOST_OUTLINES) throw new InputError('too-large', `more than ${MOST_OUTLINES} feeds`);
    const siteUrl = attributeOf('htmlurl');
    const problem = problemOf({ url, title, elsewhere, isTooLong: folder.isTooLong });
    this.outlines.push({
      url: url.slice(0, LONGEST_ADDRESS + 1),
      line: this.#lineAt(place),
      title: title?.slice(0, LONGEST_NAME) ?? null,
      siteUrl: siteUrl !== null && siteUrl.length <= LONGEST_ADDRESS && /^https?:\/\//i.test(siteUrl) ? siteUrl : null,
      folder: folder.path,
      tags: (attributeOf('category') ?? '')
        .split(',', MOST_TAGS)
        .map((tag) => tag.trim().slice(0, LONGEST_NAME))
        .filter((tag) => tag !== ''),
      ...(problem === null ? {} : { problem }),
    });
  }
}

function problemOf(outline: {
  url: string;
  title: string | null;
  elsewhere: string | undefined;
  isTooLong: boolean;
}): string | null {
  const { url, title, elsewhere, isTooLong } = outline;
  const shown = JSON.stringify((title ?? url).slice(0, 100));
  if (elsewhere !== undefined) return `the outline ${shown} ${elsewhere}`;
  if (url.length > LONGEST_ADDRESS) return `the address of ${shown} has more than ${LONGEST_ADDRESS} characters`;
  return isTooLong ? `the names of the folders around ${shown} have more than ${LONGEST_NAME} characters` : null;
}

/**
 * Reads the subscriptions of an OPML document of any charset, in their order, with folders nested as deep as 100. Outlines without an
 * `xmlUrl` are folders, or nothing, unless their `type` says that they are feeds, or that they name something else, which is told as
 * their problem. Throws InputError `empty`, `not-opml`, `too-large` and `too-deep`.
 */
export function readOpml(opml: Uint8Array | string): Outline[] {
  const text = typeof opml === 'string' ? opml : decodeOpml(opml);
  if (text.length > MOST_CHARACTERS) throw new InputError('too-large', 'OPML of more than 20 million characters');
  if (text.trim() === '') throw new InputError('empty', 'the OPML is empty');
  const reader = new OpmlReader(text);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes, parser.startIndex),
      onclosetag: (name) => reader.close(name),
    },
    { xmlMode: true, lowerCaseTags: true },
  );
  parser.end(text);
  if (!reader.isOpml) throw new InputError('not-opml', 'no <opml> element is in it');
  return reader.outlines;
}

function decodeOpml(bytes: Uint8Array): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  return decodeText(bytes, [DECLARATION.exec(head)?.[1]]).text;
}

/** Tells the line of a place in the text; asked for places that only go on. */
function createLineCounter(text: string): (place: number) => number {
  let [counted, line] = [0, 1];
  return (place) => {
    for (; counted < place; counted++) if (text[counted] === '\n') line += 1;
    return line;
  };
}
