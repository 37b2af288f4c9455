import { type Attribute, readTag } from '../html/read-tag.ts';

/** What a scan meets; names in lower case. An element without an end is closed with the one around it, or never. */
export interface TagHandler {
  open(name: string, attributes: Map<string, string>, place: number): void;
  close(name: string): void;
}

/** Stretches in which no tag counts, by their beginning and end. */
const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const HIGHEST_CODE = 0x10ffff;

/** Walks through the tags of an XML document, however broken it is; one that breaks off within a tag ends there. */
export function scanTags(xml: string, handler: TagHandler): void {
  const open: string[] = [];
  let at = xml.indexOf('<');
  while (at >= 0) {
    const skipped = SKIPPED.find(([begin]) => xml.startsWith(begin, at));
    if (skipped) {
      const end = xml.indexOf(skipped[1], at + skipped[0].length);
      if (end < 0) return;
      at = xml.indexOf('<', end);
      continue;
    }
    const isEnd = xml[at + 1] === '/';
    const attributes: Attribute[] = [];
    const { name, end } = readTag(xml, at + (isEnd ? 2 : 1), attributes);
    if (end < 0) return;
    if (isEnd) closeThrough(open, name, handler);
    else if (name !== '') {
      handler.open(name, valuesOf(xml, attributes), at);
      if (xml[end - 2] === '/') handler.close(name);
      else open.push(name);
    }
    at = xml.indexOf('<', end);
  }
}

function closeThrough(open: string[], name: string, handler: TagHandler): void {
  const index = open.lastIndexOf(name);
  if (index < 0) return;
  for (const inner of open.splice(index).reverse()) handler.close(inner);
}

function valuesOf(xml: string, attributes: Attribute[]): Map<string, string> {
  return new Map(attributes.map(({ name, start, end }) => [name, decode(xml.slice(start, end))]));
}

/** With the entities that XML itself knows; others stay as they are. */
function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= HIGHEST_CODE ? String.fromCodePoint(code) : whole;
  });
}
