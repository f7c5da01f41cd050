/**
 * `npm run restore -- FILE [--replace]`: puts a backup where the endpoint keeps its data. The file is read to its end and checked
 * before anything is touched; what was there before is kept beside; and the history is a new one, so devices offer again what
 * they hold and this backup lacks. There is no way to keep the old one: it would say that nothing is missing.
 */
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { fromBytes } from '../../server/copy/format.ts';
import type { Putting } from '../../server/copy/putCopy.ts';
import type { Settings } from '../../server/settings.ts';
import { failed, ok, type Result } from '../../src/domain/result.ts';
import { settingsHere } from './database.ts';
import { asTyped, runToEnd, type Sentence, say } from './ending.ts';
import { type Followed, follow, holdsTogether } from './follow.ts';
import { createProgress } from './progress.ts';
import { restoreToFile } from './restoreToFile.ts';
import { restoreToPostgres } from './restoreToPostgres.ts';
import { copySentence, openSourceFile } from './source.ts';

const usage = 'Say which: npm run restore -- FILE, and --replace where there is something already';

interface Asked {
  readonly file: string;
  readonly replace: boolean;
}

const readAsked = (): Asked | null => {
  try {
    const { values, positionals } = parseArgs({ options: { replace: { type: 'boolean' } }, allowPositionals: true });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? null : { file: asTyped(file), replace: values.replace ?? false };
  } catch {
    return null;
  }
};

/** All of it is read once before, so that a damaged backup never costs what is there now. */
const checked = async (file: string): Promise<Result<Followed, Sentence>> => {
  const source = await openSourceFile(file);
  if (!source.ok) return source;
  const { kind, name, bytes, close } = source.value;
  try {
    if (kind !== 'file')
      return failed({ sentence: `${file} is a database, not a backup: to use it, stop the endpoint and put it in the place of its own.` });
    const followed = await follow('Checked', bytes);
    if (!followed.ok) return failed({ sentence: `${copySentence(followed.failure, { kind, name })} Nothing was changed.` });
    if (followed.value.findings.wrong() === 0) return followed;
    return failed({ sentence: `${file} does not hold together, so nothing was changed. ${holdsTogether(followed.value)}` });
  } finally {
    await close();
  }
};

const place = (settings: Settings, replace: boolean, putting: Putting): Promise<Result<string | null, Sentence>> =>
  settings.postgres
    ? restoreToPostgres(settings.postgres, { replace, putting })
    : restoreToFile(settings.databaseFile, { replace, putting });

const restore = async (): Promise<Result<number, Sentence>> => {
  const asked = readAsked();
  if (!asked) return failed({ sentence: usage });
  const settings = settingsHere();
  if (!settings.ok) return settings;
  const backup = await checked(asked.file);
  if (!backup.ok) return backup;
  const progress = createProgress('Restored');
  const items = fromBytes(createReadStream(asked.file, { highWaterMark: 1 << 18 }));
  const old = await place(settings.value, asked.replace, { items, tell: progress.tell });
  if (!old.ok) return old;
  say(
    `Restored as it was on ${new Date(backup.value.at).toISOString().slice(0, 16).replace('T', ' at ')} UTC: ${holdsTogether(backup.value)}`,
  );
  if (old.value !== null) say(`What was there before is kept: ${old.value}.`);
  say('Start the endpoint. At their next exchange the devices offer again what they hold and this backup lacks.');
  return ok(0);
};

runToEnd('Restoring', restore);
