import type { DocumentPlace } from './segment.ts';

/** Positions and revisions, a line each. */
export function placesText(places: DocumentPlace[]): string {
  return places.map(({ position, revision }) => `${position} ${revision}`).join('\n');
}

/** Reads what placesText has written. */
export function readPlaces(text: string): DocumentPlace[] {
  if (text === '') return [];
  return text.split('\n').map((line) => {
    const end = line.lastIndexOf(' ');
    return { position: line.slice(0, end), revision: Number(line.slice(end + 1)) };
  });
}

/** Tokens in their order with their document numbers, a line each: the first number, then the steps to the next ones, in base 36. */
export function postingsText(postings: Iterable<[string, number[]]>): string {
  const lines = [...postings].map(([token, numbers]) => {
    const steps = numbers.map((number, index) => (number - (index > 0 ? (numbers[index - 1] ?? 0) : 0)).toString(36));
    return `${token} ${steps.join(' ')}`;
  });
  return lines.sort().join('\n');
}

/** Numbers of documents of every token that begins with the text, or, `whole`, is the text; from what postingsText has written. */
export function readPostings(text: string, token: string, whole: boolean): number[][] {
  const found: number[][] = [];
  const wanted = whole ? `${token} ` : token;
  const from = text.startsWith(wanted) ? 0 : text.indexOf(`\n${wanted}`) + 1;
  if (from === 0 && !text.startsWith(wanted)) return found;
  for (let start = from; start < text.length && text.startsWith(wanted, start); ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    found.push(readNumbers(text.slice(text.indexOf(' ', start) + 1, end)));
    start = end + 1;
  }
  return found;
}

function readNumbers(text: string): number[] {
  let last = 0;
  return text.split(' ').map((step) => {
    last += Number.parseInt(step, 36);
    return last;
  });
}
