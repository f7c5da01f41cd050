/** Every version that was ever published, and what changed between any two of them. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import { libraryIn, type PublishedChecklist } from '../../../domain/library.ts';
import { ListRow, Rows } from '../../parts/ListRow.tsx';
import { Pick } from '../../parts/Pick.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatWhen } from '../../words.ts';
import { ChangesView } from './ChangesView.tsx';
import { publishedHref } from './libraryHrefs.ts';
import { StandingTags } from './StandingTags.tsx';

const byDay = (a: PublishedChecklist, b: PublishedChecklist): number => (a.publishedAt < b.publishedAt ? 1 : -1);

export const Versions = ({ one }: { readonly one: PublishedChecklist }) => {
  const { t, i18n } = useTranslation('library');
  const { recordsOf } = useNotebook();
  const versions = libraryIn(recordsOf)
    .filter(({ id }) => id === one.id)
    .sort(byDay);
  return (
    <section class="section">
      <h2>{t('library.versions.title')}</h2>
      <Rows>
        {versions.map((version) => (
          <ListRow
            key={version.record}
            href={publishedHref(version.record)}
            current={version.record === one.record}
            title={t('library.versions.version', { version: version.version })}
            meta={t('library.versions.by', { name: version.by.name, when: formatWhen(version.publishedAt, i18n.language) })}
            trailing={<StandingTags one={version} />}
          />
        ))}
      </Rows>
      {versions.length > 1 && <Compare one={one} versions={versions} />}
    </section>
  );
};

const Compare = ({ one, versions }: { readonly one: PublishedChecklist; readonly versions: readonly PublishedChecklist[] }) => {
  const { t } = useTranslation('library');
  const others = versions.filter(({ record }) => record !== one.record);
  const chosen = useSignal<Id | undefined>(one.replaces[0] ?? others[0]?.record);
  const before = others.find(({ record }) => record === chosen.value)?.checklist();
  const after = one.checklist();
  return (
    <>
      <Pick
        label={t('library.versions.compare')}
        options={others.map(({ record, version }) => ({ value: record, label: t('library.versions.version', { version }) }))}
        value={chosen.value}
        onChange={(record) => {
          chosen.value = record;
        }}
      />
      {before && after && <ChangesView before={before} after={after} />}
    </>
  );
};
