/** Elements that stand apart: their text is a paragraph of its own. */
export const PARAGRAPH_ELEMENTS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center details dialog dd dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html main menu nav ol p pre section summary table tbody tfoot thead ul video audio caption'.split(
    ' ',
  ),
);

/** Elements that begin a line, without a blank one. */
export const LINE_ELEMENTS: ReadonlySet<string> = new Set(['li', 'tr', 'option', 'optgroup', 'legend']);

/** Elements that part words without parting lines. */
export const CELL_ELEMENTS: ReadonlySet<string> = new Set(['td', 'th']);

/** Elements whose text is for machines, or stands in for what a reader sees. */
export const SILENT_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style', 'iframe', 'noembed', 'noframes']);

/** Elements that stand in running text. */
export const INLINE_ELEMENTS: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em embed font i img input ins kbd label map mark math nobr object picture q rp rt ruby s samp small source span strike strong sub sup svg time tt u var wbr'.split(
    ' ',
  ),
);
