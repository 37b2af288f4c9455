import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../web/style.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = [css.split('@media')[0], /prefers-color-scheme: dark\) \{([^@]*?)\n\}/.exec(css)?.[1]];

const colours = (block: string): Map<string, string> =>
  new Map([...block.matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));

/** Relative luminance as WCAG 2.2 defines it. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
};

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('%s colours', (_name, palette) => {
  test.each([
    ['ink', 'paper'],
    ['ink', 'raised'],
    ['ink', 'mark'],
    ['ink', 'focus'],
    ['faint', 'paper'],
    ['faint', 'raised'],
    ['faint', 'mark'],
    ['link', 'paper'],
    ['accent', 'paper'],
    ['good', 'paper'],
    ['bad', 'paper'],
    ['paper', 'ink'],
    ['paper', 'accent'],
  ])('%s on %s can be read (WCAG AA, 4.5 to 1)', (ink, ground) => {
    expect(contrast(palette.get(ink) ?? '#000000', palette.get(ground) ?? '#000000')).toBeGreaterThanOrEqual(4.5);
  });
});

test('style and script stay small', () => {
  const script = readFileSync(new URL('../../web/script.js', import.meta.url));
  expect(gzipSync(css).length).toBeLessThanOrEqual(12 * 1024);
  expect(gzipSync(script).length).toBeLessThanOrEqual(15 * 1024);
});

test('asks nobody else for anything', () => {
  expect(css).not.toMatch(/url\((?!#)|@import|https?:/);
});
