/** One checklist of the library: what it asks, its versions, and what can be done with it. */
import '../../styles/library.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../domain/checklist.ts';
import { builtInStanding, libraryIn, type PublishedChecklist } from '../../../domain/library.ts';
import { findInLibrary } from '../../../forms/library/library.ts';
import { aboutKey, titleKey, whenKey } from '../../../forms/library/wordingKeys.ts';
import { LinkButton } from '../../parts/Button.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatWhen } from '../../words.ts';
import { OfficeOnly } from '../office/OfficeOnly.tsx';
import { ChecklistActions } from './ChecklistActions.tsx';
import { ChecklistFacts } from './ChecklistFacts.tsx';
import { ChecklistOutline } from './ChecklistOutline.tsx';
import { builtInAt, libraryHref } from './libraryHrefs.ts';
import { publishedTitle } from './publishedWords.ts';
import { StandingTags } from './StandingTags.tsx';
import { withItsWords } from './startingPoint.ts';
import { Versions } from './Versions.tsx';

const LibraryChecklist = ({ which }: { readonly which: string }) => {
  const { t } = useTranslation('library');
  const { recordsOf } = useNotebook();
  const builtIn = findInLibrary(builtInAt(which) ?? '');
  const published = builtIn ? undefined : libraryIn(recordsOf).find(({ record }) => record === which);
  return (
    <OfficeOnly title={t('library.title')}>
      {() => (builtIn ? <OurOwn checklist={builtIn} /> : published ? <OfOrganisation one={published} /> : <NotHere />)}
    </OfficeOnly>
  );
};
export default LibraryChecklist;

const NotHere = () => {
  const { t } = useTranslation('library');
  return (
    <Page title={t('library.title')} back={libraryHref}>
      <Empty
        title={t('library.gone.title')}
        action={
          <LinkButton kind="main" href={libraryHref}>
            {t('library.back')}
          </LinkButton>
        }
      >
        <p>{t('library.gone.text')}</p>
      </Empty>
    </Page>
  );
};

/** One of ours, with its words; they are here with the screen, the other languages come in their own time. */
const OurOwn = ({ checklist }: { readonly checklist: Checklist }) => {
  const { t } = useTranslation(['library', 'checklists']);
  const { recordsOf } = useNotebook();
  const worded = useSignal<Checklist | null>(null);
  useEffect(() => {
    void withItsWords(checklist).then((made) => {
      worded.value = made;
    });
  }, [checklist]);
  const { offered, disputed } = builtInStanding(recordsOf, checklist.id);
  return (
    <Page title={t(titleKey(checklist.id))} back={libraryHref} wide>
      <div class="checklist-page">
        <div class="library-tags">
          <Tag kind={offered ? 'good' : 'plain'}>{t(offered ? 'library.standing.offered' : 'library.standing.withdrawn')}</Tag>
          {disputed && <Tag kind="care">{t('library.standing.disputed')}</Tag>}
        </div>
        <p class="library-about">{t(aboutKey(checklist.id))}</p>
        <p class="library-about">{t(whenKey(checklist.id))}</p>
        {worded.value && (
          <>
            <ChecklistActions checklist={worded.value} builtIn={checklist.id} />
            <ChecklistFacts checklist={worded.value} />
            <ChecklistOutline checklist={worded.value} />
          </>
        )}
      </div>
    </Page>
  );
};

const OfOrganisation = ({ one }: { readonly one: PublishedChecklist }) => {
  const { t, i18n } = useTranslation('library');
  const checklist = one.checklist();
  return (
    <Page title={publishedTitle(one, i18n.language)} back={libraryHref} wide>
      <div class="checklist-page">
        <StandingTags one={one} />
        <p class="library-about">
          {t('library.published', { version: one.version, name: one.by.name, when: formatWhen(one.publishedAt, i18n.language) })}
        </p>
        {one.standing === 'offered' && <p class="field-hint">{t('library.onPhones')}</p>}
        {one.disputed && (
          <Notice kind="care" still>
            {t('library.disputed')}
          </Notice>
        )}
        {one.sameVersion.length > 0 && (
          <Notice kind="care" still>
            {t('library.sameVersion')}
          </Notice>
        )}
        {checklist ? (
          <>
            <ChecklistActions checklist={checklist} published={one} />
            <ChecklistFacts checklist={checklist} />
            <Versions one={one} />
            <ChecklistOutline checklist={checklist} />
          </>
        ) : (
          <Notice kind="info" still title={t('library.incomplete.title')}>
            {t('library.incomplete.text')}
          </Notice>
        )}
      </div>
    </Page>
  );
};
