import { decodeHTMLStrict } from 'entities/decode';
import { Tokenizer } from 'htmlparser2';
import type { Warnings } from '../warnings.ts';

/** What a scan of XML meets, in order. */
export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>, place: number): void;
  close(name: string): void;
  text(text: string): void;
}

const MAXIMUM_ATTRIBUTES = 100;
const BARE_AMPERSAND = /&(?!#\d{1,7};|#x[0-9a-f]{1,6};|[a-z][a-z0-9]{0,31};)/i;
const LEFT_OVER = /&[a-z][a-z0-9]{0,31};/i;

/**
 * Walks through XML of any quality in one linear pass and keeps nothing. Entities are decoded, HTML's names included;
 * those that a DOCTYPE declares are not expanded. Empty elements are opened and closed; attributes after the hundredth are dropped.
 */
export function scanXml(xml: string, handler: XmlHandler, warnings: Warnings): void {
  let name = '';
  let start = 0;
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  const decodeText = (text: string): string => {
    if (!text.includes('&')) return text;
    if (BARE_AMPERSAND.test(text))
      warnings.add('bare-ampersand', 'an ampersand stands unescaped', `character ${start}`);
    const decoded = decodeHTMLStrict(text);
    // An escaped ampersand may leave such a text rightly, so both sides are looked at.
    if (LEFT_OVER.test(decoded) && !/&amp;|&#38;|&#x26;/i.test(text)) {
      warnings.add('unknown-entity', 'an entity that nothing declares was left as it stands', `character ${start}`);
    }
    return decoded;
  };
  const endTag = (): void => handler.open(name, attributes, start);
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      ontext(from, to) {
        start = from;
        handler.text(decodeText(xml.slice(from, to)));
      },
      ontextentity: () => undefined,
      onopentagname(from, to) {
        start = from - 1;
        name = xml.slice(from, to);
        attributes = new Map();
      },
      onattribname(from, to) {
        attribute = xml.slice(from, to);
        value = '';
      },
      onattribdata(from, to) {
        value += xml.slice(from, to);
      },
      onattribentity: () => undefined,
      onattribend() {
        if (attributes.size < MAXIMUM_ATTRIBUTES && !attributes.has(attribute)) {
          attributes.set(attribute, decodeText(value));
        }
      },
      onopentagend: endTag,
      onselfclosingtag() {
        endTag();
        handler.close(name);
      },
      onclosetag: (from, to) => handler.close(xml.slice(from, to)),
      oncdata: (from, to, offset) => handler.text(xml.slice(from, to - offset)),
      oncomment: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(xml);
  tokenizer.end();
}
