/** Ways to make words stand out; without colour each gives the text as it is. */
export interface Colour {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

/** SGR codes of ECMA-48. */
const CODES: Record<keyof Colour, [number, number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};

/** Whether a stream should be coloured: it is a terminal, and neither NO_COLOR (https://no-color.org) nor TERM=dumb speaks against it. */
export function wantsColour(stream: { isTTY?: boolean }, environment: Record<string, string | undefined>): boolean {
  return stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
}

/** Colours that are codes for a terminal, or nothing. */
export function createColour(on: boolean): Colour {
  const paint =
    (name: keyof Colour) =>
    (text: string): string =>
      on ? `\u001b[${CODES[name][0]}m${text}\u001b[${CODES[name][1]}m` : text;
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    green: paint('green'),
    yellow: paint('yellow'),
    cyan: paint('cyan'),
  };
}
