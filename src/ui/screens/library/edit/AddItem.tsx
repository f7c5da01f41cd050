/** Adds a question or a section: behind the one that is chosen, into a section that is chosen, else at the end. */
import { useTranslation } from 'react-i18next';
import type { Checklist, Texts } from '../../../../domain/checklist.ts';
import { isContainer } from '../../../../domain/itemTypes.ts';
import { findItem } from '../../../../forms/editing/items.ts';
import { addItem, type NewKind, newKinds, type YesNoWords } from '../../../../forms/editing/newItems.ts';
import { findLanguage } from '../../../../i18n/languages.ts';
import { loadWords } from '../../../../i18n/load.ts';
import { wordIn } from '../../../../i18n/wordIn.ts';
import { type EditProps, parentOf } from './edited.ts';

export interface AddItemProps extends EditProps {
  readonly chosen: string | null;
  readonly onAdded: (path: string) => void;
}

interface Place {
  readonly parent: string;
  readonly at: number;
}

export const placeFor = (checklist: Checklist, chosen: string | null, kind: NewKind): Place => {
  const end = { parent: '', at: checklist.items.length };
  const item = chosen === null ? undefined : findItem(checklist, chosen);
  if (chosen === null || !item) return end;
  // A section opened inside a section is seldom meant; a question is.
  if (isContainer(item) && kind !== 'group' && kind !== 'repeat') return { parent: chosen, at: item.children?.length ?? 0 };
  const parent = kind === 'group' || kind === 'repeat' ? '' : parentOf(chosen);
  const beside = parent === '' ? `/${chosen.split('/')[1]}` : chosen;
  const siblings = parent === '' ? checklist.items : (findItem(checklist, parent)?.children ?? []);
  return { parent, at: siblings.findIndex(({ name }) => `${parent}/${name}` === beside) + 1 };
};

/** In each of the checklist's languages that we have words in; the others are a gap to be filled. */
const yesNoWords = async ({ languages }: Checklist): Promise<YesNoWords> => {
  const ours = languages.flatMap(({ name, code }) => (code !== null && findLanguage(code) ? [{ name, tag: code }] : []));
  await Promise.all(ours.map(({ tag }) => loadWords(tag, ['checklists'])));
  const say = (key: string): Texts =>
    Object.fromEntries(ours.map(({ name, tag }) => [name, wordIn(tag, `checklists:answers.${key}`) ?? '']));
  return { yes: say('yes'), no: say('no'), unsure: say('unsure') };
};

export const AddItem = ({ checklist, change, chosen, onAdded }: AddItemProps) => {
  const { t } = useTranslation('library');
  const add = async (kind: NewKind) => {
    const yesNo = kind === 'yes-no' ? await yesNoWords(checklist) : { yes: {}, no: {}, unsure: {} };
    const added = addItem(checklist, { kind, ...placeFor(checklist, chosen, kind), yesNo });
    change(added.checklist);
    onAdded(added.path);
  };
  return (
    <label class="edit-add">
      <span class="field-label">{t('edit.add.label')}</span>
      <select
        class="input"
        autocomplete="off"
        value=""
        onChange={(event) => {
          const kind = newKinds.find((each) => each === event.currentTarget.value);
          event.currentTarget.value = '';
          if (kind) void add(kind);
        }}
      >
        <option value="">{t('edit.add.choose')}</option>
        {newKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`edit.kinds.${kind}`)}
          </option>
        ))}
      </select>
    </label>
  );
};
