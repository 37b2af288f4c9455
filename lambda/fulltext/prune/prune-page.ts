import { scanHtml } from '../../common/html/scan-html.ts';
import { type Attributes, addAttribute, isHidden, writeAttributes } from './attributes.ts';
import { isClutter } from './clutter.ts';
import { EMBEDDED_POST, isBoxOfPost, isEmbeddedPost } from './embedded-posts.ts';
import { HeadReader, type PageHead } from './head-reader.ts';
import { DROPPED_ELEMENTS, KEPT_ELEMENTS, RAW_ELEMENTS, ROOT_ELEMENTS, VOID_ELEMENTS } from './page-elements.ts';
import { PageWriter } from './page-writer.ts';
import { TagStack } from './tag-stack.ts';

/** A page without all that no article is made of. */
export interface PrunedPage {
  head: PageHead;
  /** The inside of `<body>`, well formed, at most 64 elements deep. */
  body: string;
  /** Whether the page has more elements or text than an article may have; then `body` breaks off. */
  tooLarge: boolean;
  /** Whether boxes were left out for their names alone. */
  leftOut: boolean;
  /** The words of the page, those of its clutter too, not those of hidden parts and navigation; at most 100,000 characters. */
  visibleText: string;
}

const MOST_VISIBLE = 100_000;
const NEVER_CLUTTER: ReadonlySet<string> = new Set(['article', 'main', 'table', 'tbody']);
const BOX = /-|^(?:form|fieldset|figure|details|summary|address|hgroup)$/;
const BYLINE = /byline|author/i;

/** The name that an element has in the pruned page; `''` where only its content is kept. */
function writtenName(name: string, attributes: Attributes): string {
  if (KEPT_ELEMENTS.has(name)) return name;
  if (BOX.test(name)) return 'div';
  return BYLINE.test(['class', 'rel', 'itemprop'].map((key) => attributes.get(key)).join(' ')) ? 'span' : '';
}

/** Gives a post its class, and takes the name away that Readability takes for a byline: a dateline is the article's. */
function nameForReader(attributes: Attributes, isPost: boolean): void {
  for (const key of ['class', 'id']) {
    const value = attributes.get(key);
    if (value !== undefined && /dateline/i.test(value)) attributes.set(key, value.replace(/dateline/gi, ''));
  }
  if (isPost) attributes.set('class', EMBEDDED_POST);
}

/**
 * Reduces a page of any quality to a small well-formed one, in one pass whose time grows with the length alone: no scripts,
 * styles, comments, pictures, navigation, hidden parts or empty elements, only attributes that matter to reading, and
 * (unless `keepClutter`) no boxes whose names tell that they aren't the article.
 */
export function prunePage(html: string, url: string, keepClutter: boolean): PrunedPage {
  const head = new HeadReader(url);
  const writer = new PageWriter();
  const stack = new TagStack({
    ended: (element, depth) => writer.end(element, depth),
    flattened: () => {
      if (!stack.innermost?.silent) writer.lineBreak(stack.elements);
    },
  });
  const visible: string[] = [];
  let visibleLength = 0;
  let leftOut = false;
  let raw: string | null = null;
  let pending: { name: string; attributes: Attributes } | null = null;

  const enter = (name: string, attributes: Attributes): void => {
    stack.endImplied(name);
    const parent = stack.innermost;
    const unseen = parent?.unseen || DROPPED_ELEMENTS.has(name) || isHidden(attributes);
    const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`;
    const isPost = isEmbeddedPost(name, names);
    const isBox = !isPost && isBoxOfPost(names);
    const clutter = !keepClutter && !isPost && !isBox && !NEVER_CLUTTER.has(name) && isClutter(names);
    nameForReader(attributes, isPost);
    leftOut ||= clutter;
    const written = isPost ? 'blockquote' : isBox ? '' : writtenName(name, attributes);
    stack.open({
      name,
      opening: written === '' ? '' : `<${written}${writeAttributes(attributes, head.base)}>`,
      closing: written === '' ? '' : `</${written}>`,
      silent: unseen || clutter || parent?.silent === true,
      unseen,
    });
  };
  // A tag is known only when its last attribute is: at whatever comes next.
  const flush = (): void => {
    if (pending === null) return;
    const { name, attributes } = pending;
    pending = null;
    head.element(name, attributes);
    if (RAW_ELEMENTS.has(name)) raw = name;
    else if (VOID_ELEMENTS.has(name)) {
      if (!stack.innermost?.silent && attributes.get('type') !== 'hidden') writer.empty(name, stack.elements);
    } else if (!ROOT_ELEMENTS.has(name)) enter(name, attributes);
  };

  scanHtml(html, {
    open(name) {
      flush();
      if (raw === null) pending = { name, attributes: new Map() };
    },
    attribute(name, start, end) {
      if (pending !== null) addAttribute(pending.attributes, name, html.slice(start, end));
    },
    text(text) {
      flush();
      if (raw === 'script') head.scriptText(text);
      else if (raw === 'title' && !stack.innermost?.unseen) head.titleText(text);
      if (raw !== null || stack.innermost?.unseen) return;
      if (visibleLength < MOST_VISIBLE) {
        visible.push(text);
        visibleLength += text.length;
      }
      if (!stack.innermost?.silent) writer.text(text, stack.elements);
    },
    close(name) {
      flush();
      if (raw === name) {
        raw = null;
        if (name === 'title') head.titleEnd();
      } else if (raw === null) stack.close(name);
    },
  });
  flush();
  stack.end();
  return {
    head: head.read(),
    body: writer.html(),
    tooLarge: writer.full,
    leftOut,
    visibleText: visible.join(' ').slice(0, MOST_VISIBLE).replace(/\s+/gu, ' ').trim(),
  };
}
