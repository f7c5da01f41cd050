/** Why the last try did not get through, in plain words, and what a person can do about it; and that nothing is lost by it. */
import type { TFunction } from 'i18next';
import type { ComponentChildren } from 'preact';
import { useTranslation } from 'react-i18next';
import type { ExchangeState } from '../../fieldbook.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useNotebook } from '../../useNotebook.ts';

type Failure = NonNullable<ExchangeState['failure']>;
type RefusalCode = Extract<Failure, { readonly type: 'refused' }>['code'];
interface Told {
  readonly title: string;
  readonly todo?: string | undefined;
}
type Words = TFunction<['field', 'app']>;

const refusedWords = (code: RefusalCode, t: Words): Told => {
  switch (code) {
    case 'too-many':
    case 'internal':
    case 'too-slow':
      return { title: t('app:exchange.busy') };
    case 'disk-full':
      return { title: t('sent.problem.noRoom'), todo: t('sent.problem.noRoomText') };
    case 'unknown-protocol':
    case 'wrong-content':
    case 'malformed':
    case 'not-found':
      return { title: t('sent.problem.version'), todo: t('sent.problem.versionText') };
    case 'no-session':
    case 'login-refused':
      return { title: t('sent.problem.stranger'), todo: t('sent.problem.strangerText') };
    default:
      return { title: t('app:network.refused.title'), todo: t('app:network.refused.text', { code }) };
  }
};

interface About {
  /** What the browser believes: good for a hint and no more. */
  readonly hasNetwork: boolean;
  readonly isSupervisor: boolean;
}

/** `null` where there is nothing to say: locked, or not let in yet. */
const wordsFor = (failure: Failure, { hasNetwork, isSupervisor }: About, t: Words): Told | null => {
  switch (failure.type) {
    case 'no-connection':
      return { title: t('app:network.none.title'), todo: hasNetwork ? t('sent.problem.maybeSignIn') : undefined };
    case 'not-our-server':
      return { title: t('sent.problem.signIn'), todo: t('app:network.elsewhere.text') };
    case 'too-slow':
      return { title: t('app:exchange.slow'), todo: t('sent.problem.smaller') };
    case 'busy':
      return { title: t('app:exchange.busy') };
    case 'refused':
      if (failure.unknown === 'organisation')
        return { title: t('sent.problem.lost'), todo: isSupervisor ? t('sent.problem.lostHere') : t('sent.problem.lostWait') };
      return refusedWords(failure.code, t);
    case 'storage-full':
      return { title: t('app:exchange.storage'), todo: t('save.problem.full') };
    case 'storage-failed':
      return { title: t('app:exchange.storage'), todo: t('save.problem.storage') };
    default:
      return null;
  }
};

export const WhatStandsInTheWay = ({ failure, children }: { readonly failure: Failure; readonly children?: ComponentChildren }) => {
  const { t } = useTranslation(['field', 'app']);
  const isSupervisor = useNotebook().me.role === 'supervisor';
  const told = wordsFor(failure, { hasNetwork: navigator.onLine, isSupervisor }, t);
  if (!told) return null;
  return (
    <Notice kind="care" title={told.title}>
      {told.todo && <p>{told.todo}</p>}
      <p>{t('sent.problem.safe')}</p>
      {children}
    </Notice>
  );
};
