/** `or_other`: one more choice, and one more question that asks which. The reference converter writes both in English only. */
import type { Choice, Texts } from '../../domain/checklist.ts';
import type { Lists } from './choices.ts';
import { type Draft, placeIn } from './draft.ts';
import type { Findings } from './finding.ts';
import type { FormLanguages } from './languages.ts';

const words: Readonly<Record<string, readonly [other: string, specify: string]>> = {
  en: ['Other', 'Specify other.'],
  es: ['Otro', 'Especifique otro.'],
  fr: ['Autre', 'Précisez.'],
  pt: ['Outro', 'Especifique outro.'],
  ko: ['기타', '기타 내용을 적어 주세요.'],
  vi: ['Khác', 'Ghi rõ nếu khác.'],
  fil: ['Iba pa', 'Tukuyin kung iba pa.'],
  zh: ['其他', '请注明其他。'],
  'zh-Hans': ['其他', '请注明其他。'],
  'zh-Hant': ['其他', '請註明其他。'],
  ar: ['أخرى', 'يرجى التحديد.'],
  fa: ['سایر', 'لطفاً مشخص کنید.'],
  prs: ['سایر', 'لطفاً مشخص کنید.'],
  ur: ['دیگر', 'براہ کرم وضاحت کریں۔'],
  ru: ['Другое', 'Уточните.'],
  uk: ['Інше', 'Уточніть.'],
  pl: ['Inne', 'Proszę podać jakie.'],
  ro: ['Altul', 'Precizați.'],
  tr: ['Diğer', 'Lütfen belirtin.'],
  de: ['Sonstiges', 'Bitte angeben.'],
  it: ['Altro', 'Specificare.'],
  sw: ['Nyingine', 'Tafadhali fafanua.'],
  ht: ['Lòt', 'Presize.'],
  hi: ['अन्य', 'कृपया बताएँ।'],
  bn: ['অন্যান্য', 'অনুগ্রহ করে উল্লেখ করুন।'],
  ne: ['अन्य', 'कृपया खुलाउनुहोस्।'],
  id: ['Lainnya', 'Sebutkan.'],
  th: ['อื่น ๆ', 'โปรดระบุ'],
};

const otherName = 'other';

/** A language whose name nobody knows, and one we have no words for, get the English ones. */
const textsOf = ({ languages }: FormLanguages, which: 0 | 1): Texts =>
  Object.fromEntries(
    languages.map(({ name, code }) => [name, (words[code ?? ''] ?? words[code?.split('-')[0] ?? ''] ?? words.en ?? [])[which] ?? '']),
  );

const inEnglishOnly = ({ languages }: FormLanguages): readonly string[] =>
  languages
    .filter(({ name, code }) => name !== 'default' && !words[code ?? ''] && !words[code?.split('-')[0] ?? ''])
    .map(({ name }) => name);

const questionFor = (draft: Draft, languages: FormLanguages): Draft => ({
  row: draft.row,
  name: `${draft.name}_other`,
  writtenName: `${draft.name}_other`,
  type: 'text',
  called: 'text',
  supported: true,
  orOther: false,
  labels: textsOf(languages, 1),
  hints: {},
  guidance: {},
  requiredMessages: {},
  constraintMessages: {},
  expressions: { relevant: `selected(../${draft.name}, '${otherName}')` },
  parent: draft.parent,
});

const addChoice = (draft: Draft, lists: Lists, choice: Choice): void => {
  const list = lists.get(draft.list ?? '');
  if (list && !list.some(({ choice: { name } }) => name === otherName)) list.push({ choice, place: placeIn(draft, 'type') });
};

export const askForOthers = (
  drafts: readonly Draft[],
  roots: Draft[],
  lists: Lists,
  languages: FormLanguages,
  findings: Findings,
): void => {
  const asking = drafts.filter(({ orOther }) => orOther);
  const [first] = asking;
  if (!first) return;
  const choice: Choice = { name: otherName, labels: textsOf(languages, 0) };
  for (const draft of asking) {
    addChoice(draft, lists, choice);
    const siblings = draft.parent?.children ?? roots;
    siblings.splice(siblings.indexOf(draft) + 1, 0, questionFor(draft, languages));
    if (draft.expressions.choiceFilter !== undefined)
      findings.add('other-with-filter', placeIn(draft, 'type'), { text: draft.row.text('type') });
  }
  const english = inEnglishOnly(languages);
  if (english.length > 0)
    findings.add('other-in-english', placeIn(first, 'type'), { text: english.join(', '), values: { languages: english.join(', ') } });
};
