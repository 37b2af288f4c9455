import { decodeHTMLAttribute } from 'entities/decode';
import { escapeHtml } from './escape-html.ts';
import { scanHtml } from './scan-html.ts';

/** Servers and browsers take no longer addresses; none is made of a relative one. */
export const LONGEST_LINK = 2_000;

const LINKS: ReadonlySet<string> = new Set(['href', 'src', 'cite', 'poster', 'longdesc', 'action', 'background']);
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The address made absolute; as it stands where it is absolute already or empty, where no base is known, or where none can be made of at
 * most 2,000 characters.
 */
export function resolveLink(link: string, base: string | null): string {
  const trimmed = link.trim();
  if (base === null || trimmed === '' || ABSOLUTE.test(trimmed)) return trimmed;
  if (trimmed.length > LONGEST_LINK || base.length > LONGEST_LINK) return trimmed;
  try {
    const { href } = new URL(trimmed, base);
    return href.length > LONGEST_LINK ? trimmed : href;
  } catch {
    return trimmed;
  }
}

/** HTML with its relative links made absolute and nothing else touched; `null` where that adds more than `most` characters. */
export function resolveLinks(html: string, base: string | null, most = Number.POSITIVE_INFINITY): string | null {
  if (base === null || !html.includes('=')) return html;
  const parts: string[] = [];
  let done = 0;
  let added = 0;
  scanHtml(html, {
    text: () => undefined,
    open: () => undefined,
    close: () => undefined,
    attribute(name, start, end) {
      if (!LINKS.has(name) || added > most) return;
      const raw = html.slice(start, end);
      if (ABSOLUTE.test(raw)) return;
      const resolved = resolveLink(decodeHTMLAttribute(raw), base);
      if (resolved === raw.trim()) return;
      const written = escapeHtml(resolved);
      added += written.length - raw.length;
      parts.push(html.slice(done, start), written);
      done = end;
    },
  });
  if (added > most) return null;
  return done === 0 ? html : parts.join('') + html.slice(done);
}
