/** The office's screens belong to supervisors; anybody else who finds the way here is told kindly where to go. */
import type { ComponentChildren } from 'preact';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../parts/Button.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Page } from '../../parts/Page.tsx';
import { useNotebook } from '../../useNotebook.ts';

export const OfficeOnly = ({ title, children }: { readonly title: string; readonly children: () => ComponentChildren }) => {
  const { t } = useTranslation('office');
  const { me } = useNotebook();
  if (me.role === 'supervisor') return <>{children()}</>;
  return (
    <Page title={title}>
      <Empty
        title={t('only.title')}
        action={
          <LinkButton kind="main" href="/">
            {t('only.back')}
          </LinkButton>
        }
      >
        <p>{t('only.text')}</p>
      </Empty>
    </Page>
  );
};
