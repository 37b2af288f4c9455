import fc from 'fast-check';

/** What breaks readers: marks of markup, of scripts and directions, parts of surrogates, long runs, words that rules look for. */
const ODD = [
  ...[
    '<',
    '>',
    '&',
    '&amp;',
    '&#0;',
    '&#x1b;',
    '&#xD800;',
    '&lt;p&gt;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml',
    '"',
    "'",
  ],
  ...[
    '\u0000',
    '\u001b[31m',
    '\u009b',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\udc00',
    '😀',
    'é',
    'É%',
    '½',
    'ß',
    '漢',
    'ع',
  ],
  ...['“', '”', '‘', '’', '„', '«', '»', ' – ', '—', '…', '\n\n', '\r\n', '\t', '\u00a0', '\u2028', '(', ')', '[', ']'],
  ...[
    'said',
    'Ada Brook',
    'Mayor ',
    ' said on Monday',
    'according to ',
    'told ',
    'he said',
    'Q: ',
    'A: ',
    'LONDON (AP) - ',
  ],
  ...['on 3 May 2027', 'last week', 'Q1 ', '12:30', '03/04/2026', '2026-13-40', 'a year earlier', 'Dec. 31, ', 'noon'],
  ...[
    'http://',
    'https://example.com/?a=%zz',
    'javascript:alert(1)',
    '../..',
    '//',
    '#',
    '?',
    '=SUM(A1)',
    '＝',
    '@',
    '-1',
    '1e999',
  ],
] as const;

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ODD) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

const run = fc
  .tuple(fc.constantFrom(...ODD, 'a', 'A', ' ', '1'), fc.integer({ min: 1, max: 3_000 }))
  .map(([unit, count]) => unit.repeat(count));

/** A text of a stranger. */
export const hostileText = fc
  .array(fc.oneof({ weight: 30, arbitrary: piece }, { weight: 1, arbitrary: run }), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

/** Bytes of a document that somebody has cut, doubled or changed in places. */
export const damaged = (document: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      document,
      fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom('set', 'cut', 'double')), { maxLength: 3 }),
      fc.constantFrom('utf8', 'utf16le', 'latin1'),
    )
    .map(([text, changes, charset]) =>
      changes.reduce<Uint8Array>(
        (bytes, [where, value, kind]) => {
          const at = bytes.length === 0 ? 0 : where % bytes.length;
          if (kind === 'cut') return bytes.subarray(0, at);
          if (kind === 'double') return Buffer.concat([bytes, bytes.subarray(at)]);
          const changed = Uint8Array.from(bytes);
          if (at < changed.length) changed[at] = value;
          return changed;
        },
        Buffer.from(text, charset as BufferEncoding),
      ),
    );

/** Markup as a tree of these elements and attributes, most of it closed. */
export function markup(elements: readonly string[], attributes: readonly string[]): fc.Arbitrary<string> {
  const escaped = hostileText.map((text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  );
  const attribute = fc
    .tuple(fc.constantFrom(...attributes), fc.oneof(escaped, hostileText))
    .map(([name, value]) => ` ${name}="${value}"`);
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof({ weight: 4, arbitrary: escaped }, { weight: 1, arbitrary: hostileText }),
      fc
        .tuple(
          fc.constantFrom(...elements),
          fc.array(attribute, { maxLength: 3 }),
          fc.array(tie('node'), { maxLength: 6 }),
          fc.integer({ min: 0, max: 20 }),
        )
        .map(([name, own, inside, closing]) => {
          const end = closing === 0 ? '' : `</${name}>`;
          return closing === 1 ? `<${name}${own.join('')}/>` : `<${name}${own.join('')}>${inside.join('')}${end}`;
        }),
    ),
  }));
  return fc.array(node, { minLength: 1, maxLength: 8 }).map((nodes) => nodes.join('\n'));
}
