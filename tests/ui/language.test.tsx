/** Changing the language in mid-sentence: every word of ours changes, no letter of theirs is lost. */
import { useSignal } from '@preact/signals';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  currentLanguage,
  firstLanguage,
  languageMissing,
  secondLanguage,
  setLanguage,
  setSecondLanguage,
} from '../../src/i18n/language.ts';
import { loadWords } from '../../src/i18n/load.ts';
import { useWordsIn } from '../../src/i18n/useWordsIn.ts';
import { TextInput } from '../../src/ui/parts/TextInput.tsx';
import { LanguageSwitch } from '../../src/ui/shell/LanguageSwitch.tsx';
import { choose, draw, fieldNamed, type, until } from '../support/drawn.tsx';

const Form = () => {
  const { t } = useTranslation('app');
  const name = useSignal('');
  return (
    <>
      <LanguageSwitch />
      <TextInput
        label={t('names.own.label')}
        value={name.value}
        onInput={(value) => {
          name.value = value;
        }}
      />
    </>
  );
};

beforeEach(async () => {
  localStorage.clear();
  await setLanguage('en');
});

test('typed letters stay through every language, in the very same field', async () => {
  await draw(<Form />);
  const field = fieldNamed('Your name');
  await type(field, '김미나, còn đang gõ');
  for (const [tag, label] of [
    ['ko', '이름'],
    ['vi', 'Tên của bạn'],
    ['en', 'Your name'],
  ] as const) {
    await choose(document.querySelector('select') as never, tag);
    await until(() => document.documentElement.lang === tag);
    expect(fieldNamed(label)).toBe(field);
    expect(field.value).toBe('김미나, còn đang gõ');
    expect(document.documentElement.lang).toBe(tag);
    expect(document.documentElement.dir).toBe('ltr');
  }
});

test('of two quick choices the later counts', async () => {
  await Promise.all([setLanguage('vi'), setLanguage('ko')]);
  expect([currentLanguage.value, document.documentElement.lang]).toEqual(['ko', 'ko']);
});

test('the choice is remembered as a tag and nothing else', async () => {
  await setLanguage('ko');
  setSecondLanguage('vi');
  expect({ ...localStorage }).toEqual({ 'fieldbook.language': 'ko', 'fieldbook.second-language': 'vi' });
  expect(secondLanguage.value).toBe('vi');
  setSecondLanguage(null);
});

describe('the first language', () => {
  test('is the one chosen before', async () => {
    await setLanguage('vi');
    expect(firstLanguage()).toBe('vi');
  });

  test('is not one we no longer have', () => {
    localStorage.setItem('fieldbook.language', 'xx');
    expect(firstLanguage()).toBe('en');
  });
});

test('the pseudo-language wraps and lengthens every text', async () => {
  localStorage.setItem('fieldbook.pseudo', 'on');
  await draw(<Form />);
  await choose(document.querySelector('select') as never, 'en-XA');
  await until(() => document.documentElement.lang === 'en-XA');
  expect(document.querySelector('label.field-label')?.textContent).toMatch(/^\[Ýóúŕ ñáɱé~+\]$/);
});

test('words of another language can stand beside those of the screen', async () => {
  const Two = () => {
    const { t } = useTranslation('app');
    const theirs = useWordsIn('ko', 'app');
    return <output>{`${t('nav.today')} ${theirs.state === 'here' ? theirs.t('nav.today') : theirs.state}`}</output>;
  };
  await draw(<Two />);
  await until(() => document.querySelector('output')?.textContent !== 'Today loading');
  expect(document.querySelector('output')?.textContent).toBe('Today 오늘');
});

test('a name in a sentence that is written from the right holds together, and nowhere else', async () => {
  await loadWords('ur', ['app']);
  const said = (tag: string) => i18next.getFixedT(tag, 'app')('settings.languages.remove', { language: 'Tiếng Việt' });
  expect(said('ur')).toContain('\u2068Tiếng Việt\u2069');
  expect(said('ko')).not.toContain('\u2068');
});

test('nothing is missing after all that', () => {
  expect(languageMissing.value).toBeNull();
  expect(currentLanguage.value).toBe('en');
});
