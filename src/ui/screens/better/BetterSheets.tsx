/** The sheets of translation mode: the words of a screen, one text to say better, or where a checklist's own words are changed. */
import '../../styles/better.css';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../parts/Sheet.tsx';
import { wanted } from '../../translating.ts';
import { Propose } from './Propose.tsx';
import { ScreenWords } from './ScreenWords.tsx';

const close = (): void => {
  wanted.value = null;
};

/** One text after another is said better: whoever came from the list is put back there. */
const done = (): void => {
  const about = wanted.peek();
  wanted.value = about?.type === 'text' && about.from ? { type: 'screen', texts: about.from } : null;
};

const BetterSheets = () => {
  const { t } = useTranslation('field');
  const about = wanted.value;
  return (
    <Sheet open={about !== null} title={t(about?.type === 'screen' ? 'better.list.title' : 'better.title')} onClose={close}>
      {about?.type === 'text' && <Propose key={`${about.tag} ${about.key}`} tag={about.tag} wordingKey={about.key} onDone={done} />}
      {about?.type === 'screen' && <ScreenWords texts={about.texts} />}
      {about?.type === 'own' && <p>{t('better.own')}</p>}
    </Sheet>
  );
};
export default BetterSheets;
