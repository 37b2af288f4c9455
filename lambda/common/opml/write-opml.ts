import type { Feed } from '../../model/feed.ts';

interface Folder {
  folders: Map<string, Folder>;
  feeds: Feed[];
}

const emptyFolder = (): Folder => ({ folders: new Map(), feeds: [] });

/** The feeds as an OPML 2.0 document, in the folders that they have, folders and feeds by name. */
export function writeOpml(feeds: Feed[]): string {
  const root = emptyFolder();
  for (const feed of feeds) {
    let place = root;
    for (const name of feed.folder?.split('/') ?? []) {
      const inner = place.folders.get(name) ?? emptyFolder();
      place.folders.set(name, inner);
      place = inner;
    }
    place.feeds.push(feed);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    '    <title>Feeds of Dateline</title>',
    '  </head>',
    '  <body>',
    ...linesOf(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function linesOf({ folders, feeds }: Folder, indent: string): string[] {
  const byName = [...folders].sort(([left], [right]) => (left < right ? -1 : 1));
  const byTitle = feeds.toSorted((left, right) => (left.title < right.title ? -1 : 1));
  return [
    ...byName.flatMap(([name, folder]) => [
      `${indent}<outline text="${xmlText(name)}">`,
      ...linesOf(folder, `${indent}  `),
      `${indent}</outline>`,
    ]),
    ...byTitle.map((feed) => `${indent}<outline ${attributesOf(feed)}/>`),
  ];
}

function attributesOf({ title, url, siteUrl, tags }: Feed): string {
  const attributes = { type: 'rss', text: title, title, xmlUrl: url, htmlUrl: siteUrl, category: tags.join(',') };
  return Object.entries(attributes)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}="${xmlText(value ?? '')}"`)
    .join(' ');
}

/** Characters that XML 1.0 cannot hold are left out. */
function xmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)
  );
}
