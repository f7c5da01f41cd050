/** In which languages a form speaks, however its author wrote that down, and what becomes of its words. */
import { describe, expect, test } from 'vitest';
import { directionOf, languageOf } from '../../../src/forms/xlsform/languageNames.ts';
import { readingOf, told } from '../../support/sheets.ts';

describe('languages', () => {
  test.each([
    ['English (en)', 'en'],
    ['English(en)', 'en'],
    ['English', 'en'],
    ['en', 'en'],
    ['ENGLISH', 'en'],
    ['Español', 'es'],
    ['한국어', 'ko'],
    ['Tiếng Việt', 'vi'],
    ['Tagalog', 'fil'],
    ['العربية', 'ar'],
    ['دری', 'prs'],
    ['中文', 'zh'],
    ['Chinese (zh-hans)', 'zh-Hans'],
    ['pt_BR', 'pt-BR'],
    ['Kiswahili', 'sw'],
    ['Something (xal)', 'xal'],
    ['Elvish', null],
  ])('%s is %s', (spelling, code) => {
    expect(languageOf(spelling).code).toBe(code);
  });

  test('the direction follows the code, whatever the letters', () => {
    expect(['ar', 'ur', 'fa', 'prs', 'ps', 'ckb', 'he', 'ug'].map(directionOf)).toEqual(Array.from({ length: 8 }, () => 'rtl'));
    expect(['en', 'ko', 'ku', 'uz', 'pa', null].map(directionOf)).toEqual(Array.from({ length: 6 }, () => 'ltr'));
    expect(['uz-Arab', 'pa-Arab', 'ar-Latn'].map(directionOf)).toEqual(['rtl', 'rtl', 'ltr']);
  });

  test('Dari whose first label has Latin letters still runs from the right', () => {
    const { checklist } = readingOf({ survey: 'type | name | label::Dari (prs)\ntext | a | WHO?' });
    expect(checklist.languages).toMatchObject([{ name: 'Dari (prs)', code: 'prs', direction: 'rtl' }]);
  });

  test('a form without languages has one that is called default', () => {
    const { checklist, unknownLanguages } = readingOf({ survey: 'type | name | label\ntext | a | What?' });
    expect([checklist.languages.map(({ name, code }) => [name, code]), checklist.defaultLanguage]).toEqual([
      [['default', null]],
      'default',
    ]);
    expect(unknownLanguages).toEqual(['default']);
  });

  test('without languages but with a default language, that is the language', () => {
    const { checklist } = readingOf({ survey: 'type | name | label\ntext | a | Was?', settings: 'default_language\nDeutsch (de)' });
    expect(checklist.languages).toMatchObject([{ name: 'Deutsch (de)', code: 'de' }]);
  });

  test('a plain label beside others is the default language that the settings name', () => {
    const { item, checklist, findingsOf } = readingOf({
      survey: 'type | name | label | label::Español\ntext | a | What? | ¿Qué?',
      settings: 'default_language\nEnglish',
    });
    expect(item('/a').labels).toEqual({ English: 'What?', Español: '¿Qué?' });
    expect(checklist.defaultLanguage).toBe('English');
    expect(findingsOf('language-beside-plain')).toHaveLength(1);
  });

  test('a plain label beside others without a default language is called default', () => {
    const { item } = readingOf({ survey: 'type | name | label | label::Español\ntext | a | What? | ¿Qué?' });
    expect(item('/a').labels).toEqual({ default: 'What?', Español: '¿Qué?' });
  });

  test('plain hints beside labels with a language belong to the first language, and are no language of their own', () => {
    const { item, checklist } = readingOf({ survey: 'type | name | label::English (en) | hint\ntext | a | What? | Softly.' });
    expect(checklist.languages.map(({ name }) => name)).toEqual(['English (en)']);
    expect(item('/a').hints).toEqual({ 'English (en)': 'Softly.' });
  });

  test('choices without a language join the first one when the survey names its own', () => {
    const { checklist, findingsOf } = readingOf({
      survey: 'type | name | label::English (en) | label::한국어 (ko)\nselect_one l | a | What? | 무엇?',
      choices: 'list_name | name | label\nl | x | Ex',
    });
    expect(checklist.languages.map(({ name }) => name)).toEqual(['English (en)', '한국어 (ko)']);
    expect(checklist.lists.l?.[0]?.labels).toEqual({ 'English (en)': 'Ex' });
    expect(findingsOf('language-beside-plain')).toMatchObject([{ text: 'English (en)' }]);
  });

  test('two columns of one sheet are two languages, however alike they are', () => {
    const { checklist, findingsOf } = readingOf({
      survey: 'type | name | label::English | label::English (en)\ntext | a | What? | What, please?',
    });
    expect(checklist.languages.map(({ name }) => name)).toEqual(['English', 'English (en)']);
    expect(findingsOf('language-merged')).toEqual([]);
  });

  test('choices in a language spelt otherwise join the one of the survey', () => {
    const { checklist } = readingOf({
      survey: 'type | name | label::English (en)\nselect_one l | a | What?',
      choices: 'list_name | name | label::en\nl | x | Ex',
    });
    expect(checklist.languages.map(({ name }) => name)).toEqual(['English (en)']);
    expect(checklist.lists.l?.[0]?.labels).toEqual({ 'English (en)': 'Ex' });
  });

  test('a label that only another language has is shown there too, and a missing one is never a dash', () => {
    const { item } = readingOf({ survey: 'type | name | label::en | label::es\ntext | a | What? |\ntext | b | | ¿Y?' });
    expect(item('/a').labels).toEqual({ en: 'What?' });
    expect(item('/b').labels).toEqual({ es: '¿Y?', en: '¿Y?' });
  });
});

describe('words', () => {
  test('curly quotation marks and runs of spaces are tidied, line breaks stay', () => {
    const { item } = readingOf({
      survey: [
        ['type', 'name', 'label'],
        ['text', 'a', '  Are   you “well”?\n\nIt’s fine. '],
      ],
    });
    expect(item('/a').labels).toEqual({ default: 'Are you "well"?\n\nIt\'s fine.' });
  });

  test('spaces stay where the settings say so', () => {
    const { item } = readingOf({
      survey: [
        ['type', 'name', 'label'],
        ['text', 'a', 'a   b'],
      ],
      settings: 'clean_text_values\nno',
    });
    expect(item('/a').labels).toEqual({ default: 'a   b' });
  });

  test("the stroke in 'Don’t know' does not end the text", () => {
    const { item } = readingOf({
      survey: [
        ['type', 'name', 'label', 'relevant'],
        ['text', 'a', 'What?', ''],
        ['text', 'b', 'And?', "${a} = 'Don’t know'"],
      ],
    });
    expect(item('/b').relevant).toBe("${a} = 'Don’t know'");
  });

  test('references typed backwards in right-to-left words are read when the question is there', () => {
    const { item, findings } = readingOf({
      survey: [
        ['type', 'name', 'label::العربية (ar)'],
        ['text', 'town', 'أي بلدة؟'],
        ['note', 'n', 'قلت {town}$ و {nothing}$'],
      ],
    });
    expect(item('/n').labels).toEqual({ 'العربية (ar)': 'قلت ${town} و {nothing}$' });
    expect(findings.map(told)).toEqual(['survey 3 label::العربية (ar): reference-respelt "{town}$" → ${town}']);
  });
});
