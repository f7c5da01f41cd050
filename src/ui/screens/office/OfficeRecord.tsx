/** One record with its whole story, on a page of its own. */
import '../../styles/office.css';
import '../../styles/officePrint.css';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import { Page } from '../../parts/Page.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { OfficeCompare } from './OfficeCompare.tsx';
import { OfficeOnly } from './OfficeOnly.tsx';
import { RecordDetail } from './RecordDetail.tsx';

const OfficeRecord = ({ record }: { readonly record: Id }) => {
  const { t } = useTranslation('office');
  const kind = useNotebook().record(record)?.kind ?? 'unknown';
  const { query } = useLocation();
  const title = t(`kind.${kind}`, { defaultValue: t('kind.unknown') });
  return (
    <OfficeOnly title={t('inbox.title')}>
      {() =>
        query.compare ? (
          <OfficeCompare record={record} />
        ) : (
          <Page title={title} back="/inbox" wide>
            <div class="office-page">
              <RecordDetail key={record} record={record} />
            </div>
          </Page>
        )
      }
    </OfficeOnly>
  );
};
export default OfficeRecord;
