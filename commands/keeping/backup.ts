/**
 * `npm run backup -- FILE`: everything this endpoint keeps into one file, whether it runs or not. The file is written beside its
 * place and moved there when it is whole and on disk, so an older backup of that name stays until then.
 */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failed, ok, type Result } from '../../src/domain/result.ts';
import { settingsHere } from './database.ts';
import { asTyped, runToEnd, type Sentence, say } from './ending.ts';
import { follow, holdsTogether } from './follow.ts';
import { inWords } from './progress.ts';
import { copySentence, openSource, type Source } from './source.ts';

const usage = 'Say where to: npm run backup -- FILE';

const backUp = async (): Promise<Result<number, Sentence>> => {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0 || file.startsWith('-')) return failed({ sentence: usage });
  const settings = settingsHere();
  if (!settings.ok) return settings;
  const source = await openSource(settings.value);
  if (!source.ok) return source;
  try {
    return await writeBeside(asTyped(file), source.value);
  } finally {
    await source.value.close();
  }
};

const writeBeside = async (file: string, source: Source): Promise<Result<number, Sentence>> => {
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  const handle = await open(beside, 'wx', 0o600).catch(() => null);
  if (!handle) return failed({ sentence: `Nothing can be written in ${dirname(file)}.` });
  const dropped = () => rm(beside, { force: true });
  process.once('SIGINT', () => void dropped().finally(() => process.exit(130)));
  try {
    const written = await writeAll(handle, source);
    if (written.ok) await rename(beside, file);
    if (written.ok) say(`Backed up to ${file}, ${inWords(written.value.bytes)}. ${written.value.sentence}`);
    return written.ok ? ok(written.value.wrong > 0 ? 1 : 0) : written;
  } catch (error) {
    return failed({ sentence: `The backup could not be written to ${file}: ${codeOf(error)}. Nothing there was changed.` });
  } finally {
    await dropped();
  }
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'for no reason that was told');

const writeAll = async (handle: FileHandle, source: Source) => {
  try {
    const followed = await follow('Backed up', source.bytes, async (bytes) => void (await handle.writeFile(bytes)));
    if (!followed.ok) return failed({ sentence: `${copySentence(followed.failure, source)} Nothing was written.` });
    await handle.sync();
    return ok({ bytes: followed.value.progress.bytes(), sentence: holdsTogether(followed.value), wrong: followed.value.findings.wrong() });
  } finally {
    await handle.close();
  }
};

runToEnd('The backup', backUp);
