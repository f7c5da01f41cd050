/** Marriage, and work in one's own family or that of a husband or wife. */
import { one, several, yesNo } from '../question.ts';

const family = { form: 'family-servitude' } as const;

export const livesWith = one('lives-with', ['partner', 'in-laws', 'parents', 'other-relatives', 'another-family', 'alone'], {
  element: 'context',
  notedWhen: [],
  ...family,
});
export const familyOwnChoice = yesNo('family-own-choice', { element: 'act', notedWhen: ['no'], ...family });
export const marriageChoice = one('marriage-choice', ['own-choice', 'agreed-under-pressure', 'others-decided', 'not-married'], {
  element: 'act',
  notedWhen: ['agreed-under-pressure', 'others-decided'],
  ...family,
});
export const lifeAsPromised = yesNo('life-as-promised', { element: 'means', notedWhen: ['no'], ...family });
export const familyBusinessUnpaid = yesNo('family-business-unpaid', { element: 'purpose', notedWhen: ['yes'], asksTime: true, ...family });
export const familySayNo = yesNo('family-say-no', { element: 'purpose', notedWhen: ['no'], asksTime: true, ...family });
export const moneyForNeeds = yesNo('money-for-needs', {
  element: 'means',
  force: ['financial-harm'],
  notedWhen: ['no'],
  asksTime: true,
  ...family,
});
export const freeToLeaveHome = yesNo('free-to-leave-home', { element: 'purpose', notedWhen: ['no'], asksTime: true, ...family });

const feared = ['i-hurt', 'family-hurt', 'children-kept', 'shamed', 'authorities-called', 'home-lost', 'something-else'];
export const afterLeavingHome = several('after-leaving-home', feared, {
  element: 'means',
  force: ['serious-harm'],
  notedWhen: feared,
  ...family,
});

export const childrenKept = yesNo('children-kept', {
  element: 'means',
  force: ['serious-harm'],
  notedWhen: ['yes'],
  asksTime: true,
  ...family,
});
export const sentAway = yesNo('sent-away', { element: 'means', force: ['serious-harm'], notedWhen: ['yes'], asksTime: true, ...family });
