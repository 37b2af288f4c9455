import { htmlToText } from '../../common/html/html-to-text.ts';
import { resolveLinks } from '../../common/html/resolve-links.ts';
import { foldPlainText, hasTags, textOf, textToHtml } from '../../common/html/text-of.ts';
import type { Capture } from './capture.ts';

type Kind = 'plain' | 'html' | 'either';

const PLAIN_TYPES: ReadonlySet<string> = new Set(['text', 'text/plain', 'plain']);
const HTML_TYPES: ReadonlySet<string> = new Set(['html', 'text/html', 'xhtml', 'application/xhtml+xml']);

function kindOf({ element, rule }: Capture): Kind {
  const type = element.attributes.get('type')?.toLowerCase() ?? '';
  if (HTML_TYPES.has(type)) return 'html';
  if (PLAIN_TYPES.has(type)) return 'plain';
  // RFC 4287, 3.1.1, calls Atom's texts without a type plain; feeds often mean HTML, so their tags decide.
  return rule.field === 'content' ? 'html' : 'either';
}

/** The captured text, taken out of Atom 0.3's base64 where it says so. */
function decoded({ element, plain }: Capture): string {
  return element.attributes.get('mode') === 'base64' ? Buffer.from(plain, 'base64').toString() : plain;
}

/** What a captured text says, as plain text in paragraphs. */
export function captureText(capture: Capture): string {
  if (capture.markup !== null) return htmlToText(capture.markup);
  const kind = kindOf(capture);
  if (kind === 'plain') return foldPlainText(decoded(capture));
  return kind === 'html' && hasTags(decoded(capture)) ? htmlToText(decoded(capture)) : textOf(decoded(capture));
}

/** What a captured text says, as HTML with absolute links. */
export function captureHtml(capture: Capture): string {
  const { base } = capture.element;
  if (capture.markup !== null) return resolveLinks(capture.markup.trim(), base);
  const kind = kindOf(capture);
  const isHtml = kind === 'html' || (kind === 'either' && hasTags(decoded(capture)));
  if (!isHtml) return textToHtml(decoded(capture));
  return resolveLinks(decoded(capture).trim(), base);
}

/** Whether an Atom content is something else than words, as a picture in base64 (RFC 4287, 4.1.3). */
export function isForeign({ element }: Capture): boolean {
  const type = element.attributes.get('type')?.toLowerCase() ?? '';
  return type.includes('/') && !/^text\/|html|xml/.test(type);
}

/** Whether the captured text holds tags that a reader is not to see. */
export function isMarkedUp(capture: Capture): boolean {
  return capture.markup !== null || (kindOf(capture) !== 'plain' && hasTags(decoded(capture)));
}
