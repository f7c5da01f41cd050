/**
 * `npm run verify [-- FILE]`: checks everything this endpoint keeps, or a backup, or a database file, and says what is wrong.
 * Exit code 0 only when nothing is.
 */
import { failed, ok, type Result } from '../../src/domain/result.ts';
import { settingsHere } from './database.ts';
import { asTyped, runToEnd, type Sentence, say } from './ending.ts';
import { follow, holdsTogether } from './follow.ts';
import { copySentence, openSource, openSourceFile, type Source } from './source.ts';

const usage = 'Say: npm run verify, or npm run verify -- FILE';

const opened = async (file: string | undefined): Promise<Result<Source, Sentence>> => {
  if (file !== undefined) return openSourceFile(asTyped(file));
  const settings = settingsHere();
  return settings.ok ? openSource(settings.value) : settings;
};

const verify = async (): Promise<Result<number, Sentence>> => {
  const [file, ...more] = process.argv.slice(2);
  if (more.length > 0 || file?.startsWith('-')) return failed({ sentence: usage });
  const source = await opened(file);
  if (!source.ok) return source;
  try {
    const followed = await follow('Checked', source.value.bytes);
    if (!followed.ok) return failed({ sentence: copySentence(followed.failure, source.value) });
    say(holdsTogether(followed.value));
    return ok(followed.value.findings.wrong() > 0 ? 1 : 0);
  } finally {
    await source.value.close();
  }
};

runToEnd('The check', verify);
