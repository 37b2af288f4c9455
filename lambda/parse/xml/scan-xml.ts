import { Tokenizer } from 'htmlparser2';
import type { Warnings } from '../warnings.ts';
import { EntityDecoder } from './entity-decoder.ts';

/** What a scan of XML meets, in order. */
export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>, place: number): void;
  close(name: string): void;
  text(text: string): void;
}

const MAXIMUM_ATTRIBUTES = 100;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

const CDATA = '<![CDATA[';
const CDATA_END = ']]>';

/**
 * Walks through XML of any quality in one linear pass and keeps nothing. Entities are decoded, HTML's names included,
 * and those that a DOCTYPE declares as plain text. Empty elements are opened and closed; attributes after the hundredth are dropped.
 */
export function scanXml(xml: string, handler: XmlHandler, warnings: Warnings): void {
  let name = '';
  let start = 0;
  let attributes: Map<string, string> | null = null;
  let attribute = '';
  let value = '';
  /** How much of the XML the tokenizer was not given: its offsets are that much smaller. */
  let skipped = 0;
  /** Where, in its offsets, the tokenizer stood when it had just ended a tag or a text. */
  let settled = 0;
  const entities = new EntityDecoder(warnings);
  const slice = (from: number, to: number): string => xml.slice(from + skipped, to + skipped);
  const endTag = (end: number): void => {
    settled = end + 1;
    handler.open(name, attributes ?? NO_ATTRIBUTES, start);
  };
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      ontext(from, to) {
        settled = to;
        handler.text(entities.decode(slice(from, to), from + skipped));
      },
      ontextentity: () => undefined,
      onopentagname(from, to) {
        start = from + skipped - 1;
        name = slice(from, to);
        attributes = null;
      },
      onattribname(from, to) {
        attribute = slice(from, to);
        value = '';
      },
      onattribdata(from, to) {
        value += slice(from, to);
      },
      onattribentity: () => undefined,
      onattribend() {
        attributes ??= new Map();
        if (attributes.size < MAXIMUM_ATTRIBUTES && !attributes.has(attribute)) {
          attributes.set(attribute, entities.decode(value, start));
        }
      },
      onopentagend: endTag,
      onselfclosingtag(end) {
        endTag(end);
        handler.close(name);
      },
      onclosetag: (from, to) => handler.close(slice(from, to)),
      oncdata: (from, to, offset) => handler.text(slice(from, to - offset)),
      oncomment: () => undefined,
      ondeclaration: (from, to) => entities.declare(slice(from, to)),
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  let written = 0;
  // Feeds are CDATA sections for the most part: what the tokenizer would read letter by letter is passed by at once.
  for (let at = xml.indexOf(CDATA); at >= 0; at = xml.indexOf(CDATA, at)) {
    tokenizer.write(xml.slice(written, at));
    written = at;
    // Within a comment, an attribute or another section it is none, and the tokenizer goes on by itself.
    const end = settled === at - skipped ? xml.indexOf(CDATA_END, at + CDATA.length) : -1;
    at += CDATA.length;
    if (end < 0) continue;
    handler.text(xml.slice(at, end));
    at = end + CDATA_END.length;
    skipped += at - written;
    written = at;
  }
  tokenizer.write(xml.slice(written));
  tokenizer.end();
}
