import { PARAGRAPH_ELEMENTS } from '../../common/html/elements.ts';

/** What is needed of a node of a tree; TypeScript knows those of browsers only. */
export interface TreeNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly childNodes: Iterable<TreeNode>;
  textContent: string | null;
  remove(): void;
}

/** A line or paragraph: text with neither a block's edge nor a line break in it. */
export interface Run {
  text: string;
  /** How much of the text stands in links, from 0 to 1. */
  linked: number;
  heading: boolean;
  nodes: TreeNode[];
}

const ELEMENT = 1;
const TEXT = 3;
const HEADING = /^h[1-6]$/;
const EDGES: ReadonlySet<string> = new Set([...PARAGRAPH_ELEMENTS, 'li', 'tr', 'td', 'th', 'br']);

/** The runs of an article in order; those without words are left out. The tree's depth must be bounded. */
export function collectRuns(root: TreeNode): Run[] {
  const runs: Run[] = [];
  let nodes: TreeNode[] = [];
  let text = '';
  let linked = 0;
  let letters = 0;
  let heading = false;
  const end = (): void => {
    const words = text.replace(/\s+/gu, ' ').trim();
    if (words !== '') runs.push({ text: words, linked: letters === 0 ? 0 : linked / letters, heading, nodes });
    nodes = [];
    text = '';
    linked = 0;
    letters = 0;
    heading = false;
  };
  const walk = (node: TreeNode, inLink: boolean, inHeading: boolean): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) {
        const words = child.textContent ?? '';
        const count = words.replace(/[^\p{L}\p{N}]+/gu, '').length;
        nodes.push(child);
        text += words;
        letters += count;
        if (inLink) linked += count;
        if (inHeading && count > 0) heading = true;
      } else if (child.nodeType === ELEMENT) {
        const name = child.localName ?? '';
        const edge = EDGES.has(name);
        if (edge) end();
        walk(child, inLink || name === 'a', inHeading || HEADING.test(name));
        if (edge) end();
      }
    }
  };
  walk(root, false, false);
  end();
  return runs;
}

/** Takes a run's words out of the tree. */
export function removeRun(run: Run): void {
  for (const node of run.nodes) node.remove();
}
