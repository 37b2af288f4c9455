import { readFile, writeFile } from 'node:fs/promises';

/** One table of a bench: a row for each thing that was measured, with its figures by the names of the columns. */
export interface Table {
  title: string;
  rows: Record<string, string | number>[];
}

const README = new URL('./README.md', import.meta.url);
const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
const figureOf = (cell: string): string | number => (/^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell);

/** The tables of a Markdown text; columns of the same name get a number. */
export function readTables(markdown: string): Table[] {
  const tables: Table[] = [];
  let head: string[] | null = null;
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) head = null;
    else if (head === null) {
      const names = cellsOf(line);
      head = names.map((name, place) => {
        const times = names.slice(0, place).filter((other) => other === name).length;
        return times === 0 ? name : `${name} ${times + 1}`;
      });
      tables.push({ title: head[0] ?? '', rows: [] });
    } else if (!/^\|[\s|-]+\|$/.test(line)) {
      const cells = cellsOf(line);
      tables.at(-1)?.rows.push(Object.fromEntries(head.map((name, place) => [name, figureOf(cells[place] ?? '')])));
    }
  }
  return tables;
}

/** The text with what stands between the marks `<!-- NAME -->` and `<!-- / -->` replaced; `null` where it has no such place. */
export function replaceMarked(text: string, name: string, content: string): string | null {
  const start = `<!-- ${name} -->\n`;
  const from = text.indexOf(start);
  const end = text.indexOf('<!-- / -->', from);
  if (from === -1 || end === -1) return null;
  return `${text.slice(0, from + start.length)}\n${content.trim()}\n\n${text.slice(end)}`;
}

/** Writes those results into bench/README.md that have a place there; answers the names of these. */
export async function writeResults(results: Map<string, string>): Promise<string[]> {
  let text = await readFile(README, 'utf8');
  const written: string[] = [];
  for (const [name, content] of results) {
    const replaced = replaceMarked(text, name, content);
    if (replaced === null) continue;
    text = replaced;
    written.push(name);
  }
  await writeFile(README, text);
  return written;
}
