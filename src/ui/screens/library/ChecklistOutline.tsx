/** The questions in order, for reading: groups as headings, a word where something is asked only sometimes or not at all. */
import { useTranslation } from 'react-i18next';
import type { Checklist, Item } from '../../../domain/checklist.ts';
import { isContainer } from '../../../domain/itemTypes.ts';
import { labelIn, readIn } from './markRows.ts';

export const ChecklistOutline = ({ checklist }: { readonly checklist: Checklist }) => {
  const { t } = useTranslation('library');
  return (
    <section class="section checklist-outline">
      <h2>{t('library.outline')}</h2>
      <OutlineItems items={checklist.items} checklist={checklist} />
    </section>
  );
};

const OutlineItems = ({ items, checklist }: { readonly items: readonly Item[]; readonly checklist: Checklist }) => (
  <ul role="list">
    {items
      .filter(({ type }) => type !== 'calculate' && type !== 'hidden')
      .map((item) => (
        <OutlineItem key={item.name} item={item} checklist={checklist} />
      ))}
  </ul>
);

const OutlineItem = ({ item, checklist }: { readonly item: Item; readonly checklist: Checklist }) => {
  const { t, i18n } = useTranslation('library');
  const { name, lang, dir } = readIn(checklist, i18n.language);
  const about = [
    item.hidden ? t('import.preview.doing.left-out') : '',
    item.supported ? '' : t('import.preview.doing.not-collected'),
    item.relevant === undefined ? '' : t('library.onlySometimes'),
    item.type === 'repeat' ? t('library.repeats') : '',
  ].filter(Boolean);
  return (
    <li>
      <p class={isContainer(item) ? 'outline-group' : undefined}>
        <span lang={lang} dir={dir}>
          {labelIn(item, name, checklist.defaultLanguage)}
        </span>
        {about.length > 0 && <small class="outline-about"> · {about.join(' · ')}</small>}
      </p>
      {item.children && <OutlineItems items={item.children} checklist={checklist} />}
    </li>
  );
};
