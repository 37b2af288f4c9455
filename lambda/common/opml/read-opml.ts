import { InputError } from '../../model/errors.ts';
import { scanTags } from './scan-tags.ts';

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
}

const MOST_CHARACTERS = 20_000_000;
const DEEPEST = 100;
const MOST_OUTLINES = 100_000;

/**
 * Reads the subscriptions of an OPML document, in their order, with folders nested as deep as 100. Throws InputError `empty`,
 * `not-opml`, `too-large` and `too-deep`; outlines without an `xmlUrl` are folders, or nothing, unless their `type` says that they are feeds.
 */
export function readOpml(text: string): Outline[] {
  if (text.length > MOST_CHARACTERS) throw new InputError('too-large', 'OPML of more than 20 million characters');
  if (text.trim() === '') throw new InputError('empty', 'the OPML is empty');
  const outlines: Outline[] = [];
  const folders: (string | null)[] = [];
  let depth = 0;
  let opml = false;
  const lineAt = createLineCounter(text);
  scanTags(text, {
    open(name, attributes, place) {
      depth += 1;
      if (depth > DEEPEST) throw new InputError('too-deep', `the OPML is nested deeper than ${DEEPEST} elements`);
      if (name === 'opml') opml = true;
      if (name !== 'outline') return;
      const attributeOf = (key: string): string | null => attributes.get(key)?.trim() || null;
      const title = attributeOf('title') ?? attributeOf('text');
      const isFeed = /^(?:rss|atom|rdf|feed)/i.test(attributeOf('type') ?? '');
      const url = attributes.get('xmlurl')?.trim() ?? (isFeed ? '' : null);
      folders.push(url === null ? title : null);
      if (url === null) return;
      if (outlines.length >= MOST_OUTLINES) throw new InputError('too-large', `more than ${MOST_OUTLINES} feeds`);
      const around = folders.filter((folder) => folder !== null);
      outlines.push({
        url,
        line: lineAt(place),
        title,
        siteUrl: attributeOf('htmlurl'),
        folder: around.length > 0 ? around.join('/') : null,
        tags: (attributeOf('category') ?? '')
          .split(',')
          .map((tag) => tag.trim())
          .filter((tag) => tag !== ''),
      });
    },
    close(name) {
      depth -= 1;
      if (name === 'outline') folders.pop();
    },
  });
  if (!opml) throw new InputError('not-opml', 'no <opml> element is in it');
  return outlines;
}

/** Tells the line of a place in the text; asked for places that only go on. */
function createLineCounter(text: string): (place: number) => number {
  let [counted, line] = [0, 1];
  return (place) => {
    for (; counted < place; counted++) if (text[counted] === '\n') line += 1;
    return line;
  };
}
