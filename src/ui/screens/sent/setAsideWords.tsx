/** How something that the office could not take is spoken of, on the phone that holds it and at the office: what it is, whom it is about, and why. */
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import { personOf } from '../../../domain/records.ts';
import { shownCode } from '../../shownCode.ts';
import { useNotebook } from '../../useNotebook.ts';
import { personHref } from '../hrefs.ts';

export const useReasonWords = (): ((reason: string) => string) => {
  const { t } = useTranslation('field');
  return (reason) => t(`sent.reason.${reason}`, { defaultValue: t('sent.reason.other') });
};

export const WhatItIs = ({ record, kind }: { readonly record: Id | null; readonly kind: string | null }) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const state = record === null ? undefined : notebook.record(record);
  const person = state && personOf(state);
  const what =
    kind === 'grant'
      ? t('sent.setAside.key')
      : t(`record.kind.${state?.kind ?? kind}.undated`, { defaultValue: t('sent.setAside.unknown') });
  return (
    <>
      {what}
      {person && (
        <>
          {' · '}
          <a class="unbroken" href={personHref(person)}>
            {shownCode(person)}
          </a>
        </>
      )}
    </>
  );
};
