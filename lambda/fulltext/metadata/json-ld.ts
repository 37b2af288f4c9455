/** What the schema.org description of an article says, as it stands. */
export interface DescribedArticle {
  headline: string | null;
  description: string | null;
  datePublished: string | null;
  authors: string[];
  articleBody: string | null;
  language: string | null;
  url: string | null;
  /** Whether the site says that it must be paid for. */
  paid: boolean;
}

type Node = Record<string, unknown>;

const ARTICLE_TYPE = /(?:Article|Posting|Report)$/;
const MOST_NODES = 5000;
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
const COMMENT_MARKS = /^\s*(?:<!--|\/\/<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\/\]\]>|\/\*\]\]>\*\/)\s*;?\s*$/g;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** An own value of that name: keys as `__proto__` stay plain data. */
function own(node: Node, name: string): unknown {
  return Object.hasOwn(node, name) ? node[name] : undefined;
}

function text(node: Node, name: string): string | null {
  const value = asList(own(node, name)).find((one) => typeof one === 'string' && one.trim() !== '');
  return typeof value === 'string' ? value.trim() : null;
}

function parse(script: string): unknown {
  for (const form of [script, script.replace(COMMENT_MARKS, '').replace(CONTROLS, ' ')]) {
    try {
      return JSON.parse(form);
    } catch {
      // Line breaks inside strings are common; the second form has none.
    }
  }
  return null;
}

/** The objects of a script, outermost first, without going down by recursion. */
function nodesOf(value: unknown): Node[] {
  const queue: unknown[] = [value];
  const nodes: Node[] = [];
  for (let index = 0; index < queue.length && index < MOST_NODES; index += 1) {
    const one = queue[index];
    if (isNode(one)) nodes.push(one);
    if (typeof one === 'object' && one !== null) queue.push(...Object.values(one).slice(0, MOST_NODES));
  }
  return nodes;
}

function authorNames(value: unknown): string[] {
  return asList(value)
    .flatMap((one) => (isNode(one) ? asList(own(one, 'name')) : [one]))
    .filter((name): name is string => typeof name === 'string' && name.trim() !== '')
    .map((name) => name.trim());
}

function describe(node: Node): DescribedArticle {
  const main = own(node, 'mainEntityOfPage');
  return {
    headline: text(node, 'headline') ?? text(node, 'name'),
    description: text(node, 'description'),
    datePublished: text(node, 'datePublished'),
    authors: authorNames(own(node, 'author')),
    articleBody: text(node, 'articleBody') ?? text(node, 'text'),
    language: text(node, 'inLanguage'),
    url: typeof main === 'string' ? main : isNode(main) ? text(main, '@id') : null,
    paid: own(node, 'isAccessibleForFree') === false || /^false$/i.test(text(node, 'isAccessibleForFree') ?? ''),
  };
}

/**
 * The article that a page's JSON-LD scripts describe (schema.org NewsArticle, BlogPosting and their like): the outermost
 * that has a headline or a body; `null` where there is none. Broken scripts are passed over.
 */
export function describedArticle(scripts: readonly string[]): DescribedArticle | null {
  for (const script of scripts) {
    const found = nodesOf(parse(script))
      .filter((node) => asList(own(node, '@type')).some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type)))
      .map(describe)
      .find(({ headline, articleBody }) => headline !== null || articleBody !== null);
    if (found) return found;
  }
  return null;
}
