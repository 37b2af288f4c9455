const HTML_TYPE = /^(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml|octet-stream)|\s*$)/i;
const HEAD_BYTES = 1024;

/** What files that are no text begin with. */
const FILES: readonly [string, readonly number[]][] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a ZIP archive', [0x50, 0x4b, 0x03, 0x04]],
  ['compressed data', [0x1f, 0x8b]],
];

/** Why bytes are no HTML page, by the server's content type and by what they begin with; `null` where they may be one. */
export function notHtml(bytes: Uint8Array, contentType: string | undefined): string | null {
  const type = (contentType ?? '').split(';', 1)[0] ?? '';
  if (!HTML_TYPE.test(type.trim())) return `the server calls it ${type.trim().slice(0, 80)}`;
  const file = FILES.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (file) return `it is ${file[0]}`;
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES)).replaceAll('\0', '');
  if (/^(?:ï»¿|ÿþ|þÿ)?\s*[[{]/.test(head)) return 'it is JSON';
  if (/^(?:ï»¿|ÿþ|þÿ)?\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF)\b/i.test(head)) return 'it is a feed';
  return head.trim() === '' ? 'it is empty' : null;
}
