/**
 * Makes src/i18n/zawgyi/*.json from the tables of myanmar-tools (Google, Apache-2.0), which come as a binary file and as script
 * without exports. The chances are rounded: a tenth is far finer than the question "one or the other?" needs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './project.mjs';

const resource = (name) => readFileSync(inProject('node_modules', 'myanmar-tools', 'resources', name));
const write = (name, value) => writeFileSync(inProject('src', 'i18n', 'zawgyi', name), `${JSON.stringify(value)}\n`);
const rounded = (number) => Math.round(number * 10) / 10;

/** After the heads of model and chain: how many states, then for each the pairs that differ from what is usual after it. */
const chances = () => {
  const bytes = resource('zawgyiUnicodeModel.dat');
  let at = bytes.readUInt32BE(8) === 2 ? 16 : 12;
  at += 12;
  const next = (read, size) => {
    const value = read.call(bytes, at);
    at += size;
    return value;
  };
  const { readInt16BE, readFloatBE } = bytes;
  return Array.from({ length: next(readInt16BE, 2) }, () => {
    const entries = next(readInt16BE, 2);
    const usual = entries === 0 ? 0 : next(readFloatBE, 4);
    const pairs = Array.from({ length: entries }, () => `${next(readInt16BE, 2)}:${rounded(next(readFloatBE, 4))}`);
    return [rounded(usual), ...pairs].join(' ');
  });
};

const phases = () => {
  const rules = new Function(`${resource('Z2U.js')}; return getAllRulesZ2U();`)();
  return rules.map((phase) =>
    phase.map(({ p, s, matchOnStart, revisit }) => ({
      find: p.source,
      put: s,
      ...(matchOnStart === undefined ? {} : { atStart: true }),
      ...(revisit === undefined ? {} : { again: true }),
    })),
  );
};

write('chances.json', chances());
write('rules.json', phases());
