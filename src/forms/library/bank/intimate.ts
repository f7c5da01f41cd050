/** Intimacy for money or needs: only after the person raised it, without acts, places or numbers. */
import { yesNo } from '../question.ts';

const intimate = { form: 'commercial-sex', asksTime: true } as const;

export const privateOwnChoice = yesNo('private-own-choice', { element: 'act', form: 'commercial-sex', notedWhen: ['no'] });
export const privateSayNo = yesNo('private-say-no', { element: 'purpose', notedWhen: ['no'], ...intimate });
export const privateMoney = yesNo('private-money', { element: 'purpose', force: ['financial-harm'], notedWhen: ['yes'], ...intimate });
