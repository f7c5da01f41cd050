/** One item: its words, its answers, when it is asked, and where it stands. */
import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { type Checklist, type Item, itemsWithPaths } from '../../../../domain/checklist.ts';
import { isAsked, isContainer } from '../../../../domain/itemTypes.ts';
import { changeItem, findItem, freeName, moveInto, moveItem, removeItem } from '../../../../forms/editing/items.ts';
import { whoSpeaksOf } from '../../../../forms/editing/references.ts';
import { Button } from '../../../parts/Button.tsx';
import { Choices } from '../../../parts/Choices.tsx';
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx';
import { Pick } from '../../../parts/Pick.tsx';
import { showToast } from '../../../parts/Toast.tsx';
import { BoundsEditor } from './BoundsEditor.tsx';
import { ChoicesEditor } from './ChoicesEditor.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import { type ItemEditorProps, parentOf, useItemName } from './edited.ts';
import { NameField } from './NameField.tsx';
import { WordsEditor } from './WordsEditor.tsx';

export const ItemEditor = (props: ItemEditorProps) => {
  const { t } = useTranslation('library');
  const { checklist, item, path } = props;
  const nameOf = useItemName(checklist);
  const isNumber = item.type === 'integer' || item.type === 'decimal';
  const here = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where it stands beneath the list instead of beside it, it would come up out of sight.
    if (matchMedia('(max-width: 55.99rem)').matches) here.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section class="edit-item" aria-label={nameOf(item)} ref={here}>
      <p class="edit-kind">{t(`edit.kinds.${kindOf(item)}`, { defaultValue: item.type })}</p>
      <WordsEditor {...props} />
      {item.list !== undefined && <ChoicesEditor {...props} list={item.list} />}
      {isNumber && <BoundsEditor {...props} />}
      <ConditionEditor {...props} />
      <Switches {...props} />
      <details class="more">
        <summary>{t('edit.place.title')}</summary>
        <Placing {...props} />
        <NameField {...props} />
      </details>
      <Removing key={path} {...props} />
    </section>
  );
};

const kindOf = ({ type, list }: Item): string => (type === 'select_one' && list === 'yes-no' ? 'yes-no' : type);

const switches = ['hidden', 'required', 'pause'] as const;

/** Left out, expected, and a pause before a section: plain switches. */
const Switches = ({ checklist, change, path, item }: ItemEditorProps) => {
  const { t } = useTranslation('library');
  const offered = switches.filter((name) =>
    name === 'required' ? isAsked({ ...item, hidden: false }) : name === 'pause' ? item.type === 'group' : true,
  );
  const isOn = (name: (typeof switches)[number]): boolean => (name === 'required' ? item.required === 'true()' : item[name] === true);
  const put = (on: readonly string[]) =>
    change(
      changeItem(checklist, path, (before) => ({
        ...before,
        hidden: on.includes('hidden') ? true : undefined,
        pause: on.includes('pause') ? true : undefined,
        // A rule that somebody wrote stays unless it is switched over.
        required: on.includes('required') ? 'true()' : before.required === 'true()' ? undefined : before.required,
      })),
    );
  return (
    <Choices
      legend={t('edit.switches.label')}
      options={offered.map((name) => ({ value: name, label: t(`edit.switches.${name}.label`), hint: t(`edit.switches.${name}.hint`) }))}
      value={offered.filter(isOn)}
      onChange={put}
      layout="list"
    />
  );
};

const sectionsOf = (checklist: Checklist, path: string): readonly { readonly path: string; readonly item: Item }[] =>
  itemsWithPaths(checklist.items).filter(
    (found) => isContainer(found.item) && found.path !== path && !found.path.startsWith(`${path}/`) && found.path !== parentOf(path),
  );

const Placing = ({ checklist, change, path, item, onMoved }: ItemEditorProps) => {
  const { t } = useTranslation('library');
  const nameOf = useItemName(checklist);
  const moveTo = (parent: string) => {
    const siblings = parent === '' ? checklist.items : (findItem(checklist, parent)?.children ?? []);
    change(moveInto(checklist, path, parent));
    onMoved(
      `${parent}/${freeName(
        siblings.map(({ name }) => name),
        item.name,
      )}`,
    );
  };
  const top = parentOf(path) === '' ? [] : [{ value: '/', label: t('edit.place.top') }];
  const options = [...top, ...sectionsOf(checklist, path).map((found) => ({ value: found.path, label: nameOf(found.item) }))];
  return (
    <>
      <div class="buttons">
        <Button onClick={() => change(moveItem(checklist, path, -1))}>{t('edit.place.up')}</Button>
        <Button onClick={() => change(moveItem(checklist, path, 1))}>{t('edit.place.down')}</Button>
      </div>
      {options.length > 0 && (
        <Pick
          label={t('edit.place.into')}
          options={options}
          value={undefined}
          empty={t('edit.place.stay')}
          onChange={(to) => to && moveTo(to === '/' ? '' : to)}
        />
      )}
    </>
  );
};

/** What would miss it is named before it goes; one step back brings it all again. */
const Removing = ({ checklist, change, path, item, onMoved }: ItemEditorProps) => {
  const { t } = useTranslation('library');
  const nameOf = useItemName(checklist);
  const missing = whoSpeaksOf(checklist, path).flatMap((other) => findItem(checklist, other) ?? []);
  const remove = () => {
    change(removeItem(checklist, path));
    onMoved(null);
    showToast(t('edit.remove.done'));
  };
  const question = [
    t(isContainer(item) ? 'edit.remove.section' : 'edit.remove.question'),
    ...(missing.length > 0 ? [t('edit.remove.missing', { names: missing.map(nameOf).join(' · ') })] : []),
  ].join(' ');
  return (
    <ConfirmButton
      kind="quiet"
      icon="trash"
      label={t('edit.remove.label')}
      question={question}
      confirm={t('edit.remove.confirm')}
      onConfirm={remove}
    />
  );
};
