/**
 * Consent, one item at a time (R4): each yes, no or later, in the person's language beside the worker's, and at the top
 * that help never depends on it (R5). Taking something back is the same form with another answer.
 */
import { useMemo } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { consentAnswers, consentItems, contactTimes, contactWays } from '../../domain/consent.ts';
import { consentNow } from '../../domain/consentNow.ts';
import type { Id } from '../../domain/id.ts';
import { personLanguage } from '../../i18n/language.ts';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { useDraft } from '../useDraft.ts';
import { useNotebook } from '../useNotebook.ts';
import { useCodeWords } from './codeWords.ts';
import { PersonLanguagePick } from './PersonLanguagePick.tsx';
import { type ConsentDraft, consentDraftId, consentEntries } from './person/consentDraft.ts';
import { Said, StateMark } from './Said.tsx';
import { DraftKept, DraftTrouble } from './saving/DraftKept.tsx';
import { SaveProblem } from './saving/SaveProblem.tsx';
import { useSave } from './saving/useSave.ts';
import { markAbove, useTwoLanguages } from './twoLanguages.ts';
import { WordsMissing } from './WordsMissing.tsx';

export interface ConsentFormProps {
  readonly person: Id;
  /** What the person speaks, as far as it is known. */
  readonly personTag: string | undefined;
  readonly onSaved: () => void;
}

/** Everything on it that is said to the person. */
const spoken = ['intro', 'neverACondition', ...consentItems.map((item) => `items.${item}.ask`), 'withdraw'].map(
  (part) => `checklists:consent.${part}`,
);

export const ConsentForm = ({ person, personTag, onSaved }: ConsentFormProps) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const before = notebook.aboutPerson(person).filter(({ kind }) => kind === 'consent');
  const initial = useMemo((): ConsentDraft => {
    const { items, safeContact } = consentNow(before);
    return {
      record: notebook.newId(),
      items,
      ...(safeContact?.way ? { way: safeContact.way } : {}),
      ...(safeContact?.time ? { time: safeContact.time } : {}),
    };
  }, []);
  const draft = useDraft<ConsentDraft>(consentDraftId(person), initial);
  const saving = useSave(draft);
  const consent = draft.value.value;
  const tag = consent.language ?? personLanguage.value ?? personTag;
  const words = useTwoLanguages(tag, 'checklists');
  const above = markAbove(words, spoken);
  const save = async () => {
    const said = { ...draft.value.peek(), language: words.personTag };
    if (await saving.save(consentEntries(said, person, notebook.today(), before))) onSaved();
  };
  return (
    <form
      class="consent"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DraftTrouble state={draft.state} />
      <PersonLanguagePick
        offered={words.offered}
        value={words.chosen}
        onChange={(language) => draft.set({ language })}
        allowed={words.allowed}
      />
      <WordsMissing words={words} />
      {above && <StateMark state={above} />}
      <Said words={words} says="checklists:consent.intro" above={above} />
      <Said words={words} says="checklists:consent.neverACondition" above={above} />
      {consentItems.map((item) => (
        <div class="consent-item" key={item}>
          <Said words={words} says={`checklists:consent.items.${item}.ask`} above={above} />
          <Choice
            legend={words.worker(`checklists:consent.items.${item}.ask`)}
            legendHidden
            hint={words.worker(`checklists:consent.items.${item}.why`)}
            options={consentAnswers.map((value) => ({
              value,
              label: words.worker(`checklists:consent.answers.${value}`),
              hint: words.same ? undefined : words.person(`checklists:consent.answers.${value}`),
              hintLang: words.same ? undefined : words.personTag,
            }))}
            value={consent.items[item]}
            onChange={(answer) => draft.set({ items: { ...consent.items, [item]: answer } })}
            clearable
          />
          {item === 'contact-me' && consent.items['contact-me'] === 'yes' && <SafeContact consent={consent} set={draft.set} />}
        </div>
      ))}
      <Said words={words} says="checklists:consent.withdraw" above={above} />
      <ModeField consent={consent} set={draft.set} />
      <DraftKept />
      <SaveProblem failure={saving.failure} />
      <Button kind="main" type="submit" wide busy={saving.busy}>
        {t('consent.save')}
      </Button>
    </form>
  );
};

interface PartProps {
  readonly consent: ConsentDraft;
  readonly set: (patch: Partial<ConsentDraft>) => void;
}

/** How and when it is safe, in general words; no number and no address (R24). */
const SafeContact = ({ consent, set }: PartProps) => {
  const { t } = useTranslation('field');
  const { options } = useCodeWords();
  return (
    <>
      <Choice
        legend={t('consent.way.label')}
        hint={t('consent.way.hint')}
        options={options('contactWay', contactWays)}
        value={consent.way}
        onChange={(way) => way && set({ way })}
      />
      <Choice
        legend={t('consent.time.label')}
        options={options('contactTime', contactTimes)}
        value={consent.time}
        onChange={(time) => time && set({ time })}
      />
    </>
  );
};

const ModeField = ({ consent, set }: PartProps) => {
  const { t } = useTranslation('field');
  const { options } = useCodeWords();
  return (
    <Choice
      legend={t('consent.mode.label')}
      options={options('consentMode', ['spoken', 'read'] as const)}
      value={consent.mode}
      onChange={(mode) => mode && set({ mode })}
    />
  );
};
