import { escapeHtml } from '../lambda/common/html/escape-html.ts';

const WORDS =
  'the minister told reporters in the capital on Tuesday that talks would go on, and an official of the port said so'.split(
    ' ',
  );

/** How a feed gives its items' texts: the two ways are about as common. */
export type TextForm = 'CDATA' | 'escaped';

function paragraph(seed: number): string {
  return `<p>${Array.from({ length: 60 }, (_, index) => WORDS[(seed + index * 7) % WORDS.length]).join(' ')}.</p>`;
}

/** A well-formed feed of about one megabyte, so that rss-parser alone can read it too. */
export function sampleFeed(form: TextForm, paragraphs: number): Uint8Array {
  const items: string[] = [];
  for (let size = 0, number = 0; size < 1e6; number += 1) {
    const body = Array.from({ length: paragraphs }, (_, index) => paragraph(number + index)).join('');
    const text = form === 'CDATA' ? `<![CDATA[${body}]]>` : escapeHtml(body);
    const item = `<item><title>Item ${number}</title><link>https://news.example/${number}</link><guid>${number}</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><category>ports</category><description>${text}</description></item>`;
    items.push(item);
    size += item.length;
  }
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Bench</title><link>https://news.example/</link><description>d</description>${items.join('')}</channel></rss>`,
  );
}
