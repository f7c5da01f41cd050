/** How much is kept here, and the button that puts it on phones. */
import { useTranslation } from 'react-i18next';
import { formatSize } from '../../../packWords.ts';
import { Button } from '../../../parts/Button.tsx';
import { showToast } from '../../../parts/Toast.tsx';
import { useNotebook } from '../../../useNotebook.ts';
import { SaveProblem } from '../../saving/SaveProblem.tsx';
import { bytesIn, keptTake } from './takes.ts';
import { usePublishing } from './usePublishing.ts';

export const Publish = ({ drafts }: { readonly drafts: readonly string[] }) => {
  const { t, i18n } = useTranslation('library');
  const notebook = useNotebook();
  const { busy, failure, publish } = usePublishing();
  const size = drafts.reduce((sum, id) => sum + bytesIn(keptTake(notebook, id) ?? { sound: '' }), 0);
  const publishAll = async () => {
    if (await publish(drafts)) showToast(t('recordings.published'));
  };
  return (
    <>
      {drafts.length > 0 && (
        <Button kind="main" icon="phone" busy={busy} onClick={() => void publishAll()}>
          {t('recordings.publish', { number: drafts.length, size: formatSize(size, i18n.language) })}
        </Button>
      )}
      <SaveProblem failure={failure} />
    </>
  );
};
