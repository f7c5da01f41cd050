/**
 * `npm run wording -- settle [LANGUAGE …] [--written]` brings the states of wording in line with English; `--written` says that the
 * languages named were just gone through as a whole. `npm run wording -- state [LANGUAGE …]` says how far each language is.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepLanguage, openLanguage, type Texts, textsIn } from './languageFolder.ts';
import { settle } from './settle.ts';
import { rowsOf, tableOf } from './table.ts';

const usage = 'Say: npm run wording -- settle [LANGUAGE ...] [--written], or: npm run wording -- state [LANGUAGE ...]';
const source = 'en';
interface Asked {
  readonly what: string | undefined;
  readonly tags: readonly string[];
  readonly written: boolean;
}

const folderOf = (tag: string): string => join('locales', tag);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const giveUp = (line: string): void => {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
};

const allLanguages = (): readonly string[] =>
  readdirSync('locales', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== source)
    .map(({ name }) => name)
    .sort();

const few = (keys: readonly string[]): string => (keys.length > 12 ? `${keys.slice(0, 12).join(', ')} …` : keys.join(', '));

const settleOne = (tag: string, english: Texts, written: boolean): void => {
  const settled = settle(openLanguage(folderOf(tag)), english, { written });
  keepLanguage(folderOf(tag), settled);
  say(`${tag}: ${settled.added.length} new, ${settled.changed.length} changed since they were written.`);
  if (settled.changed.length > 0) say(`  ${few(settled.changed)}`);
};

/** Why what was asked cannot be done. */
const problemWith = ({ what, tags, written }: Asked): string | undefined => {
  if (what !== 'settle' && what !== 'state') return usage;
  const unknown = tags.find((tag) => tag === source || !existsSync(folderOf(tag)));
  if (unknown !== undefined) return `There is no translation in locales/${unknown}.`;
  return written && tags.length === 0 ? 'Say which language was just written.' : undefined;
};

const run = ({ what, tags, written }: Asked): void => {
  const languages = tags.length > 0 ? tags : allLanguages();
  const english = textsIn(folderOf(source));
  if (what === 'settle') for (const tag of languages) settleOne(tag, english, written);
  else say(tableOf(languages.flatMap((tag) => rowsOf(tag, openLanguage(folderOf(tag)), english))));
};

const options = { written: { type: 'boolean' } } as const;
try {
  const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
  const [what, ...tags] = positionals;
  const asked = { what, tags, written: values.written ?? false };
  const problem = problemWith(asked);
  if (problem === undefined) run(asked);
  else giveUp(problem);
} catch (fault) {
  giveUp(fault instanceof Error ? fault.message : usage);
}
