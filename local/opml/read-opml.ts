import { Parser } from 'htmlparser2';
import { InputError } from '../../lambda/model/errors.ts';

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
  const parser = new Parser(
    {
      onopentag(rawName, rawAttributes) {
        const name = rawName.toLowerCase();
        depth += 1;
        if (depth > DEEPEST) throw new InputError('too-deep', `the OPML is nested deeper than ${DEEPEST} elements`);
        if (name === 'opml') opml = true;
        if (name !== 'outline') return;
        const attributes = lowerCaseNames(rawAttributes);
        const title = nonEmpty(attributes.title) ?? nonEmpty(attributes.text);
        const isFeed = /^(?:rss|atom|rdf|feed)/i.test(attributes.type?.trim() ?? '');
        const url = attributes.xmlurl?.trim() ?? (isFeed ? '' : null);
        folders.push(url === null ? title : null);
        if (url === null) return;
        if (outlines.length >= MOST_OUTLINES) throw new InputError('too-large', `more than ${MOST_OUTLINES} feeds`);
        const around = folders.filter((folder) => folder !== null);
        outlines.push({
          url,
          line: lineAt(parser.startIndex),
          title,
          siteUrl: nonEmpty(attributes.htmlurl),
          folder: around.length > 0 ? around.join('/') : null,
          tags: (attributes.category ?? '').split(',').flatMap((tag) => nonEmpty(tag) ?? []),
        });
      },
      onclosetag(name) {
        depth -= 1;
        if (name.toLowerCase() === 'outline') folders.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
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

function lowerCaseNames(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]));
}

const nonEmpty = (text: string | undefined): string | null => text?.trim() || null;
