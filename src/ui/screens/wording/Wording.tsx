/** The office's place for wording: what the team suggested, every text of a language, and files for translators outside. */
import '../../styles/better.css';
import '../../styles/wording.css';
import '../../styles/library.css';
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { waitingProposals } from '../../../domain/wordingProposals.ts';
import { currentLanguage, secondLanguage } from '../../../i18n/language.ts';
import { languages, sourceLanguage } from '../../../i18n/languages.ts';
import { isHere, languagesInReach } from '../../../i18n/packs.ts';
import { nameInList } from '../../packWords.ts';
import { Page } from '../../parts/Page.tsx';
import { Pick } from '../../parts/Pick.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { OfficeOnly } from '../office/OfficeOnly.tsx';
import { WordsMissing } from '../WordsMissing.tsx';
import { FilesTab } from './FilesTab.tsx';
import { SuggestionsTab } from './SuggestionsTab.tsx';
import { TextsTab } from './TextsTab.tsx';
import { type EveryText, useEveryText } from './useEveryText.ts';

const Wording = () => {
  const { t } = useTranslation('library');
  return <OfficeOnly title={t('wordings.title')}>{() => <WordingOfOffice />}</OfficeOnly>;
};
export default Wording;

/** Where most suggestions wait; else the screen's own, the reader's second, or one that is here: none is fetched for a look. */
const firstLanguage = (waiting: readonly string[]): string => {
  const most = [...new Set(waiting)].sort((a, b) => waiting.filter((tag) => tag === b).length - waiting.filter((tag) => tag === a).length);
  const [first = currentLanguage.peek()] = most;
  if (first !== sourceLanguage) return first;
  const others = languages.filter(({ tag }) => tag !== sourceLanguage);
  return secondLanguage.peek() ?? (others.find(({ tag }) => isHere(tag)) ?? others[0])?.tag ?? first;
};

const WordingOfOffice = () => {
  const { t } = useTranslation('library');
  const { recordsOf } = useNotebook();
  const waiting = waitingProposals(recordsOf);
  // Found once: it does not jump away when the last suggestion in it was answered.
  const chosen = useSignal(firstLanguage(waiting.map(({ language }) => language)));
  const tag = chosen.value;
  const labelOf = (language: { readonly tag: string; readonly name: string }): string => {
    const count = waiting.filter((one) => one.language === language.tag).length;
    return [nameInList(language, currentLanguage.value), ...(count > 0 ? [String(count)] : [])].join(' · ');
  };
  return (
    <Page title={t('wordings.title')} back="/settings" wide>
      <p class="library-about">{t('wordings.about')}</p>
      <Pick
        label={t('wordings.language')}
        options={languagesInReach()
          .filter((language) => language.tag !== sourceLanguage)
          .map((language) => ({ value: language.tag, label: labelOf(language), lang: language.tag }))}
        value={tag}
        onChange={(next) => {
          chosen.value = next ?? tag;
        }}
      />
      <InLanguage key={tag} tag={tag} waiting={waiting.filter(({ language }) => language === tag).length} />
    </Page>
  );
};

const parts = ['suggestions', 'texts', 'files'] as const;
type Part = (typeof parts)[number];

const InLanguage = ({ tag, waiting }: { readonly tag: string; readonly waiting: number }) => {
  const { t } = useTranslation(['library', 'app']);
  const every = useEveryText(tag);
  const open = useSignal<Part>('suggestions');
  if (every.state === 'missing') return <WordsMissing words={{ missing: every }} />;
  if (every.state === 'loading') return <p class="coming">{t('app:page.coming')}</p>;
  return (
    <Tabs
      label={t('wordings.title')}
      tabs={parts.map((value) => ({
        value,
        label: t(`wordings.parts.${value}`),
        count: value === 'suggestions' ? waiting || undefined : undefined,
      }))}
      value={open.value}
      onChange={(part) => {
        open.value = part;
      }}
    >
      <OpenPart part={open.value} tag={tag} every={every} />
    </Tabs>
  );
};

const OpenPart = ({ part, tag, every }: { readonly part: Part; readonly tag: string; readonly every: EveryText }) => {
  switch (part) {
    case 'suggestions':
      return <SuggestionsTab tag={tag} texts={every.texts} />;
    case 'texts':
      return <TextsTab tag={tag} texts={every.texts} />;
    case 'files':
      return <FilesTab tag={tag} texts={every.texts} />;
  }
};
