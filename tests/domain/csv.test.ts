import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../../src/domain/csv.ts';

test('a cell that a spreadsheet would run is made harmless', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＠']) {
    expect(
      csvOf([[`${start}1+1`]])
        .replace(/^\uFEFF"?/, '')
        .startsWith("'"),
    ).toBe(true);
  }
});
test('numbers stay numbers, words are quoted where they must be', () => {
  expect(csvOf([['a', 3, 'b,c', 'say "hi"', 'two\nlines']])).toBe('\uFEFFa,3,"b,c","say ""hi""","two\nlines"\r\n');
});

/** A reader of RFC 4180, written for this test. */
const read = (text: string): string[][] => {
  const rows: string[][] = [[]];
  let at = 1;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        value += text[at];
        if (text[at] === '"') at += 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') value += text[at++];
    }
    rows.at(-1)?.push(value);
    if (text[at] === ',') at += 1;
    else {
      at += 2;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
};

test('whatever is written is read back, but for the apostrophe in front', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      (rows) => {
        const back = read(csvOf(rows));
        expect(back.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const [at, row] of rows.entries())
          for (const [place, value] of row.entries()) expect([value, `'${value}`]).toContain(back[at]?.[place]);
      },
    ),
    { numRuns: 200 },
  );
});
