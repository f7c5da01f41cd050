/** Text is 7:1 against every ground it stands on, in the light and in the dark. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/ui/styles/base.css', 'utf8');
const tokensIn = (part: string): ReadonlyMap<string, string> =>
  new Map([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
const [lightPart = '', darkPart = ''] = css.split('@media (prefers-color-scheme: dark)');
const themes = [
  ['light', tokensIn(lightPart)],
  ['dark', tokensIn(darkPart)],
] as const;

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ['paper', 'leaf', 'sunk', 'accent-leaf', 'good-leaf', 'care-leaf', 'danger-leaf'];
const textPairs: readonly (readonly [string, string])[] = [
  ...grounds.map((ground) => ['ink', ground] as const),
  ...['paper', 'leaf', 'accent-leaf'].flatMap(
    (ground) =>
      [
        ['soft', ground],
        ['accent', ground],
      ] as const,
  ),
  ['good', 'good-leaf'],
  ['care', 'care-leaf'],
  ['danger', 'danger-leaf'],
  ['on-accent', 'accent'],
];

describe.each(themes)('%s', (_, tokens) => {
  const colour = (name: string): string => {
    const found = tokens.get(name);
    if (!found) throw new Error(`no colour ${name}`);
    return found;
  };

  test.each(textPairs)('%s on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7);
  });

  test.each(['paper', 'leaf'])('the edge of a field stands out from %s at 3:1', (ground) => {
    expect(contrast(colour('edge'), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
