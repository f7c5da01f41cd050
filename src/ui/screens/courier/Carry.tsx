/** Sending without a connection: files and moving codes, in both directions, and the receipts that come back the same way. */
import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/Page.tsx';
import { HandOnFile } from './HandOnFile.tsx';
import { Overview } from './Overview.tsx';
import { ReadCodes } from './ReadCodes.tsx';
import { ShowCodes } from './ShowCodes.tsx';
import { TakeFile } from './TakeFile.tsx';
import { useCourier } from './useCourier.ts';
import '../../styles/carry.css';
import '../../styles/field.css';

/** Neutral in the address bar, too (R19). */
const steps = ['file', 'codes', 'take', 'look', 'receipt', 'receipt-codes'] as const;
type Step = (typeof steps)[number];
const stepOf = (said: string | undefined): Step | null => steps.find((step) => step === said) ?? null;

const titleOf = {
  file: 'make',
  codes: 'show',
  take: 'take',
  look: 'read',
  receipt: 'receipt.file',
  'receipt-codes': 'receipt.show',
} as const;

const Carry = ({ step: said }: { readonly step?: string }) => {
  const { t } = useTranslation('carry');
  const step = stepOf(said);
  const here = useCourier();
  return (
    <Page title={step ? t(titleOf[step]) : t('title')} back={step ? '/carry' : '/sent'}>
      {here && <StepOf step={step} {...here} />}
    </Page>
  );
};

export default Carry;

type StepProps = NonNullable<ReturnType<typeof useCourier>> & { readonly step: Step | null };

const StepOf = ({ step, courier, view }: StepProps) => {
  switch (step) {
    case 'file':
      return <HandOnFile courier={courier} holds="entries" />;
    case 'receipt':
      return <HandOnFile courier={courier} holds="receipts" />;
    case 'codes':
      return <ShowCodes courier={courier} holds="entries" />;
    case 'receipt-codes':
      return <ShowCodes courier={courier} holds="receipts" />;
    case 'take':
      return <TakeFile courier={courier} view={view} />;
    case 'look':
      return <ReadCodes courier={courier} view={view} />;
    default:
      return <Overview view={view} />;
  }
};
