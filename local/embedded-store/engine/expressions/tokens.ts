import { RequestRefused } from '../refusals.ts';

/** What stands for names (`#n`) and values (`:v`) in an expression. */
export interface Bindings {
  names?: Record<string, string> | undefined;
  values?: Record<string, unknown> | undefined;
}

/** An expression, read word by word. */
export interface Tokens {
  /** The word that comes, `''` at the end. */
  peek(): string;
  next(): string;
  /** Takes the word if it is the one that comes, in any case. */
  accepts(word: string): boolean;
  /** Takes the word; throws RequestRefused where another comes. */
  expect(word: string): void;
  /** Throws RequestRefused, naming the expression. */
  refuse(reason: string): never;
}

const TOKEN = /\s*([#:]?[A-Za-z0-9_]+|<>|<=|>=|[=<>()[\],.+-])/y;

/** The words of an expression; throws RequestRefused for a character that none begins with. */
export function readTokens(text: string): Tokens {
  const refuse = (reason: string): never => {
    throw new RequestRefused(`the expression ${JSON.stringify(text.slice(0, 200))} is not right: ${reason}`);
  };
  const words: string[] = [];
  TOKEN.lastIndex = 0;
  for (let end = 0; text.slice(end).trim() !== ''; end = TOKEN.lastIndex) {
    const word = TOKEN.exec(text)?.[1];
    if (word === undefined) return refuse(`what stands at ${end} means nothing`);
    words.push(word);
  }
  let place = 0;
  const peek = (): string => words[place] ?? '';
  const accepts = (word: string): boolean => {
    if (peek().toUpperCase() !== word.toUpperCase()) return false;
    place++;
    return true;
  };
  return {
    peek,
    next: () => words[place++] ?? refuse('it ends too early'),
    accepts,
    expect(word) {
      if (!accepts(word)) refuse(`${JSON.stringify(word)} is missing before ${JSON.stringify(peek())}`);
    },
    refuse,
  };
}
