/** Everything that phones can be given to ask, and what is still under way. */
import '../../styles/library.css';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { builtInStanding, libraryIn, newestOf, type PublishedChecklist } from '../../../domain/library.ts';
import { library } from '../../../forms/library/library.ts';
import { titleKey } from '../../../forms/library/wordingKeys.ts';
import { sourceLanguage } from '../../../i18n/languages.ts';
import { loadWords } from '../../../i18n/load.ts';
import { LinkButton } from '../../parts/Button.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ListRow, Rows } from '../../parts/ListRow.tsx';
import { Page } from '../../parts/Page.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatWhen } from '../../words.ts';
import { OfficeOnly } from '../office/OfficeOnly.tsx';
import { BringIn } from './BringIn.tsx';
import { BuildNew } from './BuildNew.tsx';
import { draftRows } from './libraryDraft.ts';
import { builtInHref, draftHref, languagesHref, publishedHref } from './libraryHrefs.ts';
import { publishedTitle } from './publishedWords.ts';
import { StandingTags } from './StandingTags.tsx';

const Library = () => {
  const { t } = useTranslation('library');
  return <OfficeOnly title={t('library.title')}>{() => <LibraryOfOffice />}</OfficeOnly>;
};
export default Library;

const LibraryOfOffice = () => {
  const { t } = useTranslation('library');
  // The one file of English that phones do not keep from the start: who reads another language can go back to it without a connection.
  useEffect(() => void loadWords(sourceLanguage, ['library']), []);
  return (
    <Page title={t('library.title')} wide>
      <p class="library-about">{t('library.about')}</p>
      <div class="library">
        <div class="library-own">
          <Drafts />
          <OfOrganisation />
        </div>
        <div class="library-begin">
          <BringIn />
          <BuildNew />
        </div>
        <BuiltIn />
      </div>
      <div class="buttons">
        <LinkButton icon="language" href={languagesHref}>
          {t('languages.title')}
        </LinkButton>
        <LinkButton icon="pencil" href="/wording">
          {t('wordings.title')}
        </LinkButton>
      </div>
    </Page>
  );
};

const Drafts = () => {
  const { t, i18n } = useTranslation('library');
  const rows = draftRows(useNotebook().drafts.all());
  if (rows.length === 0) return null;
  return (
    <section class="section">
      <h2>{t('library.drafts.title')}</h2>
      <Rows>
        {rows.map(({ id, title, origin, keptAt }) => (
          <ListRow
            key={id}
            href={draftHref(id)}
            sign="note"
            title={title || t('library.untitled')}
            meta={t(`library.drafts.${origin}`, { when: formatWhen(keptAt, i18n.language) })}
          />
        ))}
      </Rows>
    </section>
  );
};

/** One row for each checklist: its newest version; the older ones are on its page. */
const newestEach = (all: readonly PublishedChecklist[]): readonly PublishedChecklist[] =>
  [...new Set(all.map(({ id }) => id))].flatMap((id) =>
    newestOf(
      all.filter((one) => one.id === id),
      all,
    ),
  );

const OfOrganisation = () => {
  const { t, i18n } = useTranslation('library');
  const notebook = useNotebook();
  const all = libraryIn(notebook.recordsOf);
  return (
    <section class="section">
      <h2>{t('library.organisation.title', { organisation: notebook.organisation.name })}</h2>
      {all.length === 0 ? (
        <Empty title={t('library.organisation.empty.title')}>
          <p>{t('library.organisation.empty.text')}</p>
        </Empty>
      ) : (
        <Rows>
          {newestEach(all).map((one) => (
            <ListRow
              key={one.record}
              href={publishedHref(one.record)}
              title={publishedTitle(one, i18n.language)}
              meta={t('library.published', { version: one.version, name: one.by.name, when: formatWhen(one.publishedAt, i18n.language) })}
              trailing={<StandingTags one={one} />}
            />
          ))}
        </Rows>
      )}
    </section>
  );
};

const BuiltIn = () => {
  const { t } = useTranslation(['library', 'checklists']);
  const { recordsOf } = useNotebook();
  const replaced = new Set(
    libraryIn(recordsOf)
      .filter(({ standing }) => standing === 'offered')
      .map(({ id }) => id),
  );
  return (
    <section class="section library-built-in">
      <h2>{t('library.builtIn.title')}</h2>
      <p class="field-hint">{t('library.builtIn.about')}</p>
      <Rows>
        {library.map(({ id, meantFor }) => {
          const offered = builtInStanding(recordsOf, id).offered;
          return (
            <ListRow
              key={id}
              href={builtInHref(id)}
              title={t(titleKey(id))}
              meta={t(`library.meantFor.${meantFor}`)}
              trailing={
                replaced.has(id) ? (
                  <Tag>{t('library.standing.replaced')}</Tag>
                ) : (
                  <Tag kind={offered ? 'good' : 'plain'}>{t(offered ? 'library.standing.offered' : 'library.standing.withdrawn')}</Tag>
                )
              }
            />
          );
        })}
      </Rows>
    </section>
  );
};
