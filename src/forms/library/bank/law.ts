/** Being made to do what the law forbids. What it was is never asked and never written; legal advice comes first. */
import { yesNo } from '../question.ts';

const made = { form: 'forced-criminality', asksTime: true } as const;

export const lawyerFirst = yesNo('lawyer-first', { element: 'context', form: 'forced-criminality', notedWhen: [] });
export const courtDate = yesNo('court-date', { element: 'context', form: 'forced-criminality', notedWhen: [] });
export const takenElsewhere = yesNo('taken-elsewhere', { element: 'act', notedWhen: ['yes'], ...made });
export const passedOn = yesNo('passed-on', { element: 'act', notedWhen: ['yes'], ...made });
export const keptIn = yesNo('kept-in', { element: 'means', force: ['physical-restraint'], notedWhen: ['yes'], ...made });
export const lawSayNo = yesNo('law-say-no', { element: 'purpose', notedWhen: ['no'], ...made });
export const punishedForTooLittle = yesNo('punished-for-too-little', {
  element: 'means',
  force: ['serious-harm'],
  notedWhen: ['yes'],
  ...made,
});
export const yourNameUsed = yesNo('your-name-used', { element: 'purpose', notedWhen: ['yes'], ...made });
export const afraidOfBlame = yesNo('afraid-of-blame', { element: 'context', form: 'forced-criminality', notedWhen: [] });
