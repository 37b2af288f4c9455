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

/**
 * Walks through XML of any quality in one linear pass and keeps nothing. Entities are decoded, HTML's names included;
 * and those that a DOCTYPE declares as plain text. Empty elements are opened and closed; attributes after the hundredth are dropped.
 */
export function scanXml(xml: string, handler: XmlHandler, warnings: Warnings): void {
  let name = '';
  let start = 0;
  let attributes: Map<string, string> | null = null;
  let attribute = '';
  let value = '';
  const entities = new EntityDecoder(warnings);
  const endTag = (): void => handler.open(name, attributes ?? NO_ATTRIBUTES, start);
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      ontext(from, to) {
        handler.text(entities.decode(xml.slice(from, to), from));
      },
      ontextentity: () => undefined,
      onopentagname(from, to) {
        start = from - 1;
        name = xml.slice(from, to);
        attributes = null;
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
        attributes ??= new Map();
        if (attributes.size < MAXIMUM_ATTRIBUTES && !attributes.has(attribute)) {
          attributes.set(attribute, entities.decode(value, start));
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
      ondeclaration: (from, to) => entities.declare(xml.slice(from, to)),
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(xml);
  tokenizer.end();
}
