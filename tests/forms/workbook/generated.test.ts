/**
 * Five hundred workbooks nobody wrote in good faith, each made from its own number. Reading one always ends in a result,
 * never gives more than was asked for, and never opens a part it was not pointed to.
 */
import { describe, expect, test } from 'vitest';
import type { WorkbookFailure } from '../../../src/forms/workbook/failure.ts';
import { usualLimits, type WorkbookLimits } from '../../../src/forms/workbook/limits.ts';
import { readWorkbook } from '../../../src/forms/workbook/readWorkbook.ts';
import { lastColumn, lastRow } from '../../../src/forms/workbook/sheetReader.ts';
import type { Workbook } from '../../../src/forms/workbook/workbook.ts';
import { hostileWorkbook } from '../../support/hostileWorkbooks.ts';

const workbooks = 500;
const limits: WorkbookLimits = {
  ...usualLimits,
  partBytes: 800_000,
  unpackedBytes: 1_200_000,
  strings: 5000,
  cells: 20_000,
  sheets: 20,
  parts: 100,
  textLength: 5000,
  tailBytes: 300_000,
};

/** Written out for every case, so that a new kind of failure has to be thought about here. */
const knownFailures: Readonly<Record<WorkbookFailure['type'], true>> = {
  empty: true,
  'old-binary': true,
  encrypted: true,
  'binary-workbook': true,
  'open-document': true,
  'xml-spreadsheet': true,
  'web-page': true,
  'plain-text': true,
  'zip-archive': true,
  'not-a-workbook': true,
  'no-sheets': true,
  damaged: true,
  unsafe: true,
  'too-large': true,
};

const expectWithinBounds = ({ sheets, findings }: Workbook): void => {
  expect(sheets.length).toBeLessThanOrEqual(limits.sheets);
  expect(findings.length).toBeLessThanOrEqual(25 * (limits.sheets + 1));
  let cells = 0;
  for (const { rows } of sheets) {
    for (const [index, row] of rows.entries()) {
      expect(row.number).toBeGreaterThan(rows[index - 1]?.number ?? 0);
      expect(row.number).toBeLessThanOrEqual(lastRow);
      expect(row.cells.size).toBeGreaterThan(0);
      for (const [column, { text }] of row.cells) {
        cells += 1;
        if (column > lastColumn || text.length > limits.textLength || text.includes('root:'))
          throw new Error(`cell ${row.number}/${column}`);
      }
    }
  }
  expect(cells).toBeLessThanOrEqual(limits.cells + 1);
};

describe('hostile workbooks', () => {
  const outcomes = new Map<string, number>();
  const chunk = 50;

  test.each(Array.from({ length: workbooks / chunk }, (_, at) => at * chunk))('from number %i on', (first) => {
    for (let seed = first; seed < first + chunk; seed += 1) {
      const { bytes, story } = hostileWorkbook(seed);
      const read = readWorkbook(bytes, limits);
      const outcome = read.ok ? 'opened' : read.failure.type;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (read.ok) expectWithinBounds(read.value);
      else expect([story, Object.keys(knownFailures)]).toEqual([story, expect.arrayContaining([outcome])]);
      expect([story, readWorkbook(bytes, limits)]).toEqual([story, read]);
    }
  });

  test('were of many kinds: some open, some are damaged, some too large, some refused', () => {
    for (const outcome of ['opened', 'damaged', 'too-large', 'unsafe'])
      expect([outcome, (outcomes.get(outcome) ?? 0) > 20]).toEqual([outcome, true]);
  });
});
