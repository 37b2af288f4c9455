import { escapeHtml } from '../../common/html/escape-html.ts';
import { htmlToText } from '../../common/html/html-to-text.ts';
import { resolveLinks } from '../../common/html/resolve-links.ts';
import { foldPlainText, hasTags, textOf } from '../../common/html/text-of.ts';
import type { Capture } from './capture.ts';

type Kind = 'plain' | 'html' | 'either';

const PLAIN_TYPES: ReadonlySet<string> = new Set(['text', 'text/plain', 'plain']);
const HTML_TYPES: ReadonlySet<string> = new Set(['html', 'text/html', 'xhtml', 'application/xhtml+xml']);

function kindOf({ element, rule }: Capture): Kind {
  const type = element.attributes.get('type')?.toLowerCase() ?? '';
  if (HTML_TYPES.has(type)) return 'html';
  if (PLAIN_TYPES.has(type)) return 'plain';
  // RFC 4287, 3.1.1: without a type Atom's texts are plain; but many that are not say nothing, and content never is.
  if (element.vocabulary === 'atom' && rule.field !== 'content') return 'plain';
  return rule.field === 'content' ? 'html' : 'either';
}

/** The captured text, taken out of Atom 0.3's base64 where it says so. */
function decoded({ element, plain }: Capture): string {
  return element.attributes.get('mode') === 'base64' ? Buffer.from(plain, 'base64').toString() : plain;
}

/** Text in HTML that keeps its paragraphs. */
function plainToHtml(text: string): string {
  const paragraphs = foldPlainText(text).split('\n\n').map(escapeHtml);
  return paragraphs.length > 1
    ? paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
    : (paragraphs[0] ?? '');
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
  if (!isHtml) return plainToHtml(decoded(capture));
  return resolveLinks(decoded(capture).trim(), base);
}

/** Whether the captured text holds tags that a reader is not to see. */
export function isMarkedUp(capture: Capture): boolean {
  return capture.markup !== null || (kindOf(capture) !== 'plain' && hasTags(decoded(capture)));
}
