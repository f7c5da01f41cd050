/** Which checklist was asked, in which version; and plainly so when that version is not here. */
import { useTranslation } from 'react-i18next';
import { findPublished } from '../../../domain/library.ts';
import type { Screening } from '../../../domain/screening.ts';
import { adult } from '../../../forms/library/adult.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useNotebook } from '../../useNotebook.ts';
import type { Kept } from '../kept/useKept.ts';
import { publishedHref } from '../library/libraryHrefs.ts';
import { publishedTitle } from '../library/publishedWords.ts';

interface AskedWithProps {
  readonly kept: Kept | null;
  readonly screening: Screening;
}

export const AskedWith = ({ kept, screening }: AskedWithProps) => {
  const { t } = useTranslation('office');
  const { recordsOf } = useNotebook();
  const asked = screening.checklist ?? { id: adult.id, version: adult.version };
  if (!kept) return <NotArrived {...asked} />;
  const { checklist, wording } = kept;
  const published = screening.checklist && findPublished(recordsOf, screening.checklist);
  const words = t('value.checklist', { title: wording.words.worker(wording.title) || asked.id, version: asked.version });
  const isPublished = published?.record === screening.checklist?.record;
  return (
    <>
      <p>{published && isPublished ? <a href={publishedHref(published.record)}>{words}</a> : words}</p>
      {checklist.version !== asked.version && (
        <p class="office-hint">{t('record.answers.otherVersion', { version: asked.version, here: checklist.version })}</p>
      )}
    </>
  );
};

/** Its name may be here while some of its parts are still on the way. */
const NotArrived = ({ id, version, record }: NonNullable<Screening['checklist']>) => {
  const { t, i18n } = useTranslation('office');
  const head = findPublished(useNotebook().recordsOf, { id, version, record });
  return (
    <Notice kind="info" still title={t('record.answers.notArrived.title')}>
      {t('record.answers.notArrived.text', { title: head ? publishedTitle(head, i18n.language) : id, version })}
    </Notice>
  );
};
