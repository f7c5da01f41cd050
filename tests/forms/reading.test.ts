/** The files a person chose: the form is found by its bytes, tables go with it, and whatever else is there is answered kindly. */
import { describe, expect, test } from 'vitest';
import { type BroughtFile, isSpreadsheet } from '../../src/forms/brought.ts';
import { withMarksOf } from '../../src/forms/marking.ts';
import { readBrought } from '../../src/forms/reading.ts';
import { inventedForm } from '../support/inventedForm.ts';

const text = (name: string, said: string): BroughtFile => ({ name, bytes: new TextEncoder().encode(said) });
const form = (name = 'form.xlsx'): BroughtFile => ({ name, bytes: inventedForm() });
const failureOf = (...files: BroughtFile[]) => {
  const read = readBrought(files);
  return read.ok ? null : read.failure.type;
};

describe('bringing files', () => {
  test('a form is one whatever it is called, and a table beside it is looked up by its name', () => {
    const read = readBrought([text('clinics.csv', 'name,label\na,Clinic A\n'), form('form.xls')]);
    expect(read.ok && read.value.checklist.id).toBe('lantern_talk');
    expect(read.ok && Object.keys(read.value.checklist.tables)).toEqual(['clinics']);
  });

  test('tables without their form, two forms, and a text that was meant as a form are told apart', () => {
    expect(failureOf(text('a.csv', 'name\nx\n'), text('b.csv', 'name\ny\n'))).toBe('no-spreadsheet');
    expect(failureOf(form('a.xlsx'), form('b.xlsx'))).toBe('several-spreadsheets');
    expect(failureOf(text('form.xlsx', 'some words'))).toBe('plain-text');
    expect(failureOf({ name: 'form.xlsx', bytes: new Uint8Array() })).toBe('empty');
    expect(failureOf()).toBe('no-spreadsheet');
  });

  test('a page that was saved instead of the form is said to be one, also beside a table', () => {
    const page = text('form.xlsx', '<!doctype html><html><body>Sign in</body></html>');
    expect(isSpreadsheet(page)).toBe(true);
    expect(failureOf(page, text('a.csv', 'name\nx\n'))).toBe('web-page');
  });
});

test('marks of an earlier version hold for the same questions of the next, and what the next says itself stays', () => {
  const read = readBrought([form()]);
  if (!read.ok) throw new Error('the invented form does not read');
  const { checklist } = read.value;
  const marks = { element: 'means', form: 'any', notedWhen: ['no'], usuallyKnown: 'said', asksTime: false } as const;
  const own = { ...marks, element: 'safety', notedWhen: ['papers'] } as const;
  const mark =
    (name: string, said: object) =>
    (item: (typeof checklist.items)[number]): typeof item => ({
      ...item,
      ...(item.name === name ? { marks: { ...marks, ...said, notedWhen: [...marks.notedWhen] } } : {}),
      children: item.children?.map(mark(name, said)),
    });
  const earlier = { ...checklist, items: checklist.items.map(mark('paid', {})).map(mark('held', {})) };
  const next = { ...checklist, items: checklist.items.map(mark('held', { element: own.element })) };
  const work = withMarksOf(next, earlier).items.find(({ name }) => name === 'work')?.children;
  expect(work?.map(({ name, marks: said }) => [name, said?.element])).toEqual([
    ['paid', 'means'],
    ['why_late', undefined],
    ['hours', undefined],
    ['held', 'safety'],
  ]);
});
