/** The office's computer has lost its data: a supervisor sets the organisation up there again, and everybody else need only wait. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { type ExchangeState, type FoundFailure, useFieldbook } from '../../fieldbook.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { NetworkProblem } from '../gate/NetworkProblem.tsx';
import { SaveProblem } from '../saving/SaveProblem.tsx';

type Failure = NonNullable<ExchangeState['failure']>;
const isUnknownThere = (failure: Failure): boolean => failure.type === 'refused' && failure.unknown === 'organisation';

export const SetUpAgain = ({ failure }: { readonly failure: Failure }) => {
  const { role } = useNotebook().me;
  return isUnknownThere(failure) && role === 'supervisor' ? <SetUp /> : null;
};

const SetUp = () => {
  const { t } = useTranslation('field');
  const fieldbook = useFieldbook();
  const busy = useSignal(false);
  const problem = useSignal<FoundFailure | null>(null);
  const setUp = async () => {
    busy.value = true;
    const done = await fieldbook.foundAgain();
    busy.value = false;
    problem.value = done.ok ? null : done.failure;
  };
  return (
    <>
      {problem.value && <SetUpProblem failure={problem.value} />}
      <Button kind="main" busy={busy.value} onClick={() => void setUp()}>
        {t('sent.problem.foundAgain')}
      </Button>
    </>
  );
};

const SetUpProblem = ({ failure }: { readonly failure: FoundFailure }) => {
  const { t } = useTranslation(['field', 'app']);
  if (failure.type === 'storage-failed') return <SaveProblem failure={{ type: 'storage-failed' }} />;
  if (failure.type === 'refused')
    return (
      <Notice kind="care" title={t('app:network.refused.title')}>
        {t('sent.problem.noRoomText')}
      </Notice>
    );
  return <NetworkProblem failure={failure} />;
};
