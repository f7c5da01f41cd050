/** Files that a bad connection spoilt or that mean harm: whatever the bytes, the answer is rows or one of the reasons we know. */

import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { checkRows } from '../../../src/forms/wordingFiles/checkRows.ts';
import { writeJson } from '../../../src/forms/wordingFiles/i18nextJson.ts';
import { readWordingFile } from '../../../src/forms/wordingFiles/readWordingFile.ts';
import { writeSpreadsheet } from '../../../src/forms/wordingFiles/spreadsheet.ts';
import type { FileText, WrittenLanguage } from '../../../src/forms/wordingFiles/wordingFile.ts';
import { writeXliff } from '../../../src/forms/wordingFiles/writeXliff.ts';

const texts: readonly FileText[] = [
  { key: 'app:nav.today', english: 'Today', text: '오늘', state: 'approved', note: 'Short.' },
  { key: 'app:waiting_other', english: '{{count}} wait', text: '{{count}}개', state: 'machine-draft' },
  { key: 'checklists:rest.ask', english: 'Do you rest?', text: 'چھٹی؟', state: 'translated' },
];
const language: WrittenLanguage = { tag: 'ko', direction: 'ltr', texts };
const files = [writeSpreadsheet(language), strToU8(writeXliff(language)), strToU8(writeJson(language))];

/** What harms readers that trust: entities, depth, prototypes, other encodings, halves of characters. */
const harm = [
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<!ENTITY % p SYSTEM "http://x.invalid/">',
  '&a;&#x0;&#xFFFFFFFF;&#xD800;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<unit id="',
  '</xliff>',
  '{"__proto__":{"polluted":"yes"}}',
  '"constructor":{"prototype":{"polluted":"yes"}},',
  '['.repeat(5_000),
  '{"a":'.repeat(5_000),
  '<g>'.repeat(150),
  '\u202E\u0000',
].map((text) => strToU8(text));

const change = fc.oneof(
  fc.record({ do: fc.constant('flip' as const), at: fc.nat(), with: fc.uint8Array({ minLength: 1, maxLength: 4 }) }),
  fc.record({ do: fc.constant('cut' as const), at: fc.nat(), with: fc.constant(new Uint8Array(0)) }),
  fc.record({ do: fc.constant('put' as const), at: fc.nat(), with: fc.oneof(fc.constantFrom(...harm), fc.uint8Array({ maxLength: 40 })) }),
);

const changed = (
  bytes: Uint8Array,
  { do: what, at, with: piece }: { do: 'flip' | 'cut' | 'put'; at: number; with: Uint8Array },
): Uint8Array => {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  const after = bytes.subarray(what === 'flip' ? place + piece.length : place);
  return what === 'cut' ? bytes.slice(0, place) : new Uint8Array([...bytes.subarray(0, place), ...piece, ...after]);
};

test('five hundred spoilt files are answered, never with an exception, and nothing leaks into other objects', () => {
  const reasons = new Map<string, number>();
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 4 }), (file, changes) => {
      const read = readWordingFile(changes.reduce(changed, file), 'app.json', ['app', 'checklists']);
      const reason = read.ok ? 'read' : read.failure.type;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      if (!read.ok) return;
      const { bad, added, changed: other, read: same, same: kept, left } = checkRows('ko', read.value.rows, texts);
      expect(bad.length + added.length + other.length + same.length + kept + left).toBe(read.value.rows.length);
    }),
    { numRuns: 500 },
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  // Enough got through, and enough did not, for this to have looked at both.
  expect(reasons.get('read') ?? 0).toBeGreaterThan(10);
  expect(reasons.size).toBeGreaterThan(4);
});

test('random bytes and empty files have an answer too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('a.json', 'app.json', 'a.xlf', 'a.xlsx'), (bytes, name) => {
      expect(readWordingFile(bytes, name, ['app']).ok).toBe(false);
    }),
    { numRuns: 300 },
  );
});
