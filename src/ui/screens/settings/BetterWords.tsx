/** Translation mode is switched on here, and what became of one's own suggestions stands here. */
import { useTranslation } from 'react-i18next';
import { type Fate, proposalsIn } from '../../../domain/wordingProposals.ts';
import { LinkButton } from '../../parts/Button.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { Tag, type TagKind } from '../../parts/Tag.tsx';
import { setTranslating, translating } from '../../translating.ts';
import { useNotebook } from '../../useNotebook.ts';

export const BetterWords = () => {
  const { t } = useTranslation('field');
  const { me } = useNotebook();
  return (
    <section class="section" aria-labelledby="better">
      <h2 id="better">{t('better.title')}</h2>
      <Choices
        legend={t('better.title')}
        legendHidden
        layout="list"
        options={[{ value: 'on', label: t('better.mode.label'), hint: t('better.mode.hint') }]}
        value={translating.value ? ['on'] : []}
        onChange={(chosen) => setTranslating(chosen.includes('on'))}
      />
      {me.role === 'supervisor' && (
        <div class="buttons">
          <LinkButton icon="language" href="/wording">
            {t('better.office')}
          </LinkButton>
        </div>
      )}
      <Mine />
    </section>
  );
};

const looks: Readonly<Record<Fate['type'], TagKind>> = { waiting: 'plain', accepted: 'good', declined: 'care' };

/** Newest first. The phone forgets them with everything else once the days to keep are over. */
const Mine = () => {
  const { t } = useTranslation('field');
  const { me, recordsOf } = useNotebook();
  const mine = proposalsIn(recordsOf).filter(({ by }) => by.person === me.person);
  if (mine.length === 0) return null;
  return (
    <>
      <h3>{t('better.mine.title')}</h3>
      <ul class="rows" role="list">
        {[...mine].reverse().map(({ record, language, text, fate }) => (
          <li key={record} class="row row-still">
            <span class="row-words">
              <span class="row-title" lang={language} dir="auto">
                {text}
              </span>
              <FateWords fate={fate} language={language} />
            </span>
            <Tag kind={looks[fate.type]}>{t(`better.mine.${fate.type}`)}</Tag>
          </li>
        ))}
      </ul>
    </>
  );
};

const FateWords = ({ fate, language }: { readonly fate: Fate; readonly language: string }) => {
  const { t } = useTranslation('field');
  if (fate.type === 'declined') return <span class="row-meta">{t('better.mine.why', { name: fate.by, why: fate.why })}</span>;
  if (fate.type !== 'accepted' || !fate.changed) return null;
  return (
    <span class="row-meta">
      {t('better.mine.changed')}{' '}
      <span lang={language} dir="auto">
        {fate.accepted.text}
      </span>
    </span>
  );
};
