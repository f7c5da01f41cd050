/** The checklist as an XLSForm spreadsheet, for Kobo, ODK or a colleague. What writes it is fetched when it is asked for. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../domain/checklist.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { saveFile } from '../../saveFile.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A neutral name: it will lie in a folder of downloads (R19). */
const fileName = ({ version }: Checklist): string => `questions-${version.replace(/[^\w.-]+/g, '-').slice(0, 40) || '1'}.xlsx`;

const bytesOf = async (checklist: Checklist): Promise<Uint8Array<ArrayBuffer>> => {
  const [{ xlsformOf }, { writeWorkbook }] = await Promise.all([
    import('../../../forms/xlsform/xlsformOf.ts'),
    import('../../../forms/workbook/writeWorkbook.ts'),
  ]);
  return new Uint8Array(writeWorkbook(xlsformOf(checklist)));
};

export const SaveAsSpreadsheet = ({ checklist }: { readonly checklist: Checklist }) => {
  const { t } = useTranslation('library');
  const failed = useSignal(false);
  const save = async () => {
    failed.value = false;
    try {
      saveFile(fileName(checklist), await bytesOf(checklist), spreadsheet);
    } catch {
      // The part that writes did not come: offline before the app was stored whole.
      failed.value = true;
    }
  };
  return (
    <>
      <Button icon="download" onClick={() => void save()}>
        {t('library.saveAs')}
      </Button>
      {failed.value && <Notice kind="care">{t('library.saveAsFailed')}</Notice>}
    </>
  );
};
