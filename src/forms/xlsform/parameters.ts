/** The parameters of a row, written as `start=1 end=10 step=1`, with spaces, commas or semicolons between. */
import type { Findings } from './finding.ts';
import { safeKey } from './reserved.ts';
import type { SheetRow } from './sheetTable.ts';

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/([\p{L}_][\p{L}\p{N}_:-]*)\s*=\s*("[^"]*"|'[^']*'|[^\s,;]+)/gu)].map(([, name = '', value = '']) => [
      safeKey(name.toLowerCase()),
      value.replace(/^(["'])(.*)\1$/, '$2'),
    ]),
  );

const rangeDefaults: Readonly<Record<string, string>> = { start: '1', end: '10', step: '1' };

const rangeOf = (row: SheetRow, given: ReadonlyMap<string, string>, findings: Findings): Readonly<Record<string, string>> => {
  const values = Object.entries(rangeDefaults).map(([name, usual]) => [name, given.get(name) ?? usual] as const);
  if (values.every(([, value]) => value.trim() !== '' && Number.isFinite(Number(value)))) return Object.fromEntries(values);
  findings.add('range-not-numbers', row.place('parameters'), { text: row.text('parameters') });
  return rangeDefaults;
};

const usedIn: ReadonlyMap<string, readonly string[]> = new Map([
  ['range', ['start', 'end', 'step']],
  ['select_one', ['value', 'label']],
  ['select_multiple', ['value', 'label']],
]);
/** About what is not collected here, so there is nothing to say of them. */
const idle = /^(max-pixels|quality|app|capture-accuracy|warning-accuracy|allow-mock-accuracy|location-|track-|identify-|incremental)/;

export const parametersIn = (row: SheetRow, type: string, findings: Findings): Readonly<Record<string, string>> | undefined => {
  const given = pairs(row.text('parameters'));
  const used = usedIn.get(type) ?? [];
  for (const [name, value] of given)
    if (!used.includes(name) && !idle.test(name))
      findings.add('parameters-not-used', row.place('parameters'), { text: `${name}=${value}` });
  if (type === 'range') return rangeOf(row, given, findings);
  const kept = [...given].filter(([name]) => used.includes(name));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
};
