import { decodeHTMLAttribute } from 'entities/decode';
import { escapeHtml } from './escape-html.ts';
import { scanHtml } from './scan-html.ts';

const LINKS: ReadonlySet<string> = new Set(['href', 'src', 'cite', 'poster', 'longdesc', 'action', 'background']);
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i;

/** The address made absolute; as it stands where it is absolute already or empty, where no base is known or none can be made. */
export function resolveLink(link: string, base: string | null): string {
  const trimmed = link.trim();
  if (base === null || trimmed === '' || ABSOLUTE.test(trimmed)) return trimmed;
  try {
    return new URL(trimmed, base).href;
  } catch {
    return trimmed;
  }
}

/** HTML with its relative links made absolute and nothing else touched. */
export function resolveLinks(html: string, base: string | null): string {
  if (base === null || !html.includes('=')) return html;
  const parts: string[] = [];
  let done = 0;
  scanHtml(html, {
    text: () => undefined,
    open: () => undefined,
    close: () => undefined,
    attribute(name, start, end) {
      if (!LINKS.has(name)) return;
      const raw = html.slice(start, end);
      if (ABSOLUTE.test(raw)) return;
      const resolved = resolveLink(decodeHTMLAttribute(raw), base);
      if (resolved === raw.trim()) return;
      parts.push(html.slice(done, start), escapeHtml(resolved));
      done = end;
    },
  });
  return done === 0 ? html : parts.join('') + html.slice(done);
}
