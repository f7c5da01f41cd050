/** Pay, hours and rest, and whether the work is safe for the body. */
import { yesNo } from '../question.ts';

const labour = { form: 'labour', asksTime: true } as const;

export const payReceived = yesNo('pay-received', { element: 'purpose', notedWhen: ['no'], ...labour });
export const paidForAllHours = yesNo('paid-for-all-hours', { element: 'purpose', notedWhen: ['no'], ...labour });
export const tipsKept = yesNo('tips-kept', { element: 'purpose', notedWhen: ['no'], ...labour });
export const unpaidWaiting = yesNo('unpaid-waiting', { element: 'purpose', notedWhen: ['yes'], ...labour });
export const moneyTakenOff = yesNo('money-taken-off', { element: 'means', force: ['financial-harm'], notedWhen: ['yes'], ...labour });
export const ownMoney = yesNo('own-money', { element: 'means', force: ['financial-harm'], notedWhen: ['no'], asksTime: true });
export const timeToRest = yesNo('time-to-rest', { element: 'purpose', notedWhen: ['no'], ...labour });
export const safeAtWork = yesNo('safe-at-work', { element: 'purpose', notedWhen: ['no'], ...labour });
