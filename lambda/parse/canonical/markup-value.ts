import { htmlToText } from '../../common/html/html-to-text.ts';
import type { LinkBase } from '../../common/html/link-base.ts';
import { foldPlainText, hasTags, textOf, unescapedBody } from '../../common/html/text-of.ts';
import type { Capture } from './capture.ts';

/** A captured text that may be plain or HTML, and which of the two it is. */
export interface Markup {
  source: string;
  /** `either`: its author did not say, and it holds no tags. */
  kind: 'plain' | 'html' | 'either';
  /** What its relative links are relative to. */
  base: LinkBase;
}

const PLAIN_TYPES: ReadonlySet<string> = new Set(['text', 'text/plain', 'plain']);
const HTML_TYPES: ReadonlySet<string> = new Set(['html', 'text/html', 'xhtml', 'application/xhtml+xml']);

/** The captured text, taken out of Atom 0.3's base64 where it says so. */
function decoded({ element, plain }: Capture): string {
  return element.attributes.get('mode') === 'base64' ? Buffer.from(plain, 'base64').toString() : plain;
}

/**
 * What stands in an element, with its inline markup. RFC 4287, 3.1.1, calls Atom's texts without a type plain; feeds often
 * mean HTML, as RSS's do, so their tags decide.
 */
export function readMarkup(capture: Capture): Markup {
  const { attributes, base } = capture.element;
  if (capture.markup !== null) return { source: capture.markup, kind: 'html', base };
  const source = decoded(capture);
  const type = attributes.get('type')?.toLowerCase() ?? '';
  if (PLAIN_TYPES.has(type)) return { source, kind: 'plain', base };
  const unescaped = unescapedBody(source);
  if (unescaped !== null) return { source: unescaped, kind: 'html', base };
  const isHtml = hasTags(source) || (HTML_TYPES.has(type) && source.includes('<'));
  return { source, kind: isHtml ? 'html' : 'either', base };
}

/** What it says, as plain text in paragraphs. */
export function markupText({ source, kind }: Markup): string {
  if (kind === 'html') return htmlToText(source);
  return kind === 'plain' ? foldPlainText(source) : textOf(source);
}

/** Its HTML with absolute links; `null` where it holds no tags. */
export function markupHtml({ source, kind, base }: Markup): string | null {
  return kind === 'html' ? base.resolveHtml(source.trim()) : null;
}

/** Whether an Atom content is something else than words, as a picture in base64 (RFC 4287, 4.1.3). */
export function isForeign({ element }: Capture): boolean {
  const type = element.attributes.get('type')?.toLowerCase() ?? '';
  return type.includes('/') && !/^text\/|html|xml/.test(type);
}
