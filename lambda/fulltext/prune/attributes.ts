import { decodeHTMLAttribute } from 'entities/decode';
import { escapeHtml } from '../../common/html/escape-html.ts';
import { resolveLink } from '../../common/html/resolve-links.ts';

const KEPT: ReadonlySet<string> = new Set(['class', 'id', 'role', 'rel', 'itemprop', 'dir', 'lang']);
const READ: ReadonlySet<string> = new Set([
  ...KEPT,
  'href',
  'style',
  'hidden',
  'aria-hidden',
  'name',
  'property',
  'content',
  'type',
  'charset',
]);
const LONGEST_VALUE = 200;
const LONGEST_LINK = 2000;
const LONGEST_CONTENT = 4000;
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Roles that readers of screens skip, or that only fit what stands around an article. */
const ASIDE_ROLE =
  /^(?:alert|alertdialog|banner|complementary|contentinfo|dialog|menu|menubar|navigation|search|toolbar)$/i;

/** A tag's attributes that matter to reading; names in lower case, values decoded and cut to a bearable length. */
export type Attributes = Map<string, string>;

/** Adds an attribute of the source, raw, unless it doesn't matter or stands there already. */
export function addAttribute(attributes: Attributes, name: string, raw: string): void {
  if (!READ.has(name) || attributes.has(name)) return;
  const longest = name === 'content' ? LONGEST_CONTENT : name === 'href' ? LONGEST_LINK : LONGEST_VALUE;
  const cut = raw.slice(0, longest);
  attributes.set(name, cut.includes('&') ? decodeHTMLAttribute(cut) : cut);
}

/** Whether a reader doesn't see the element. */
export function isHidden(attributes: Attributes): boolean {
  return (
    (attributes.has('hidden') && attributes.get('hidden') !== 'until-found') ||
    attributes.get('aria-hidden') === 'true' ||
    HIDDEN_STYLE.test(attributes.get('style') ?? '') ||
    ASIDE_ROLE.test(attributes.get('role') ?? '')
  );
}

/** The attributes as they stand in the pruned page: nothing that runs, links absolute and of the web only. */
export function writeAttributes(attributes: Attributes, base: string): string {
  let written = '';
  for (const [name, value] of attributes) {
    if (KEPT.has(name)) written += ` ${name}="${escapeHtml(value)}"`;
    else if (name === 'href') {
      const link = resolveLink(value, base);
      if (/^https?:/i.test(link)) written += ` href="${escapeHtml(link)}"`;
    }
  }
  return written;
}
