/** Which spoken languages go with words in a written one: Chinese is read aloud in several, most others in their own. */
import { spokenLanguages } from '../../../domain/codes.ts';

const spokenChinese: readonly string[] = ['cmn', 'yue', 'nan'];
const baseOf = (tag: string): string => tag.split('-')[0] ?? tag;

/** What can be chosen to record in. Written Chinese is not a way to speak. */
export const languagesToRecord: readonly string[] = spokenLanguages.filter((tag) => tag !== 'other' && baseOf(tag) !== 'zh');

export const goesWith = (spoken: string, written: string): boolean =>
  baseOf(spoken) === baseOf(written) || (baseOf(written) === 'zh' && spokenChinese.includes(baseOf(spoken)));

/** In the order in which they are always listed. */
export const inOrder = (spoken: Iterable<string>): readonly string[] => {
  const place = (tag: string) => {
    const at = languagesToRecord.indexOf(tag);
    return at < 0 ? languagesToRecord.length : at;
  };
  return [...spoken].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
};

/** The words to read from, where we have any: Cantonese and Hokkien are read from the traditional script. */
export const writtenFor = (spoken: string): string => (spoken === 'cmn' ? 'zh-Hans' : spokenChinese.includes(spoken) ? 'zh-Hant' : spoken);
