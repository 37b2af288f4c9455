const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements whose content is no markup: nothing in them ends but by their own end tag. */
export const RAW_ELEMENTS = names('script style textarea title xmp iframe noembed noframes');

/** Elements that only say where others stand. */
export const ROOT_ELEMENTS = names('html head body frameset');

/** Elements without content. */
export const VOID_ELEMENTS = names('area base br col embed frame hr img input link meta param source track wbr');

/** Elements that never hold an article's words: pictures and their captions, players, navigation, controls. */
export const DROPPED_ELEMENTS = names(
  'applet aside audio button canvas datalist dialog figcaption footer legend map math menu meter nav noscript object optgroup option picture progress select svg template video amp-ad amp-analytics amp-audio amp-carousel amp-consent amp-embed amp-iframe amp-img amp-list amp-sidebar amp-social-share amp-sticky-ad amp-user-notification amp-video amp-youtube',
);

/** Elements that are kept as they are; of all others only the content is. */
export const KEPT_ELEMENTS = names(
  'a article b blockquote br center cite code dd div dl dt em h1 h2 h3 h4 h5 h6 header hr i input li main ol p pre q section strong sub sup table tbody td tfoot th thead tr ul',
);

/** Elements that stand in running text: they can't end what encloses a paragraph. */
export const RUNNING_ELEMENTS = names(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb rp rt ruby s samp small span strike strong sub sup time tt u var',
);

/** Elements that no end tag from inside them can end. */
export const CLOSED_ELEMENTS = names('td th caption');

/** What an opening tag ends: the names that it ends, and those that it doesn't look beyond. */
export const IMPLIED_ENDS: ReadonlyMap<string, { ends: ReadonlySet<string>; within: ReadonlySet<string> }> = new Map(
  [
    ['a', 'a', 'td th table'],
    ['li', 'li', 'ul ol menu table td th'],
    ['dt', 'dt dd', 'dl table td th'],
    ['dd', 'dt dd', 'dl table td th'],
    ['tr', 'tr td th', 'table'],
    ['td', 'td th', 'tr table'],
    ['th', 'td th', 'tr table'],
    ['tbody', 'tbody thead tfoot tr td th', 'table'],
    ['tfoot', 'tbody thead tr td th', 'table'],
  ].map(([name = '', ends = '', within = '']) => [name, { ends: names(ends), within: names(within) }]),
);
