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

/** The text with what stands between the marks `<!-- NAME -->` and `<!-- / -->` replaced; throws where there are none. */
export function replaceMarked(text: string, name: string, content: string): string {
  const start = `<!-- ${name} -->\n`;
  const from = text.indexOf(start);
  const end = text.indexOf('<!-- / -->', from);
  if (from === -1 || end === -1) throw new Error(`bench/README.md has no place for ${name}`);
  return `${text.slice(0, from + start.length)}\n${content.trim()}\n\n${text.slice(end)}`;
}

/** Writes results into bench/README.md, each between its marks. */
export async function writeResults(results: Map<string, string>): Promise<void> {
  let text = await readFile(README, 'utf8');
  for (const [name, content] of results) text = replaceMarked(text, name, content);
  await writeFile(README, text);
}
