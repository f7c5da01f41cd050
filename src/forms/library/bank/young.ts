/** For people from 18 to 24: how days go, and what people they met offer or expect. */
import { one, several, yesNo } from '../question.ts';

export const daysSpent = several('days-spent', ['school', 'work', 'looking-for-work', 'family-care', 'with-friends'], {
  element: 'context',
  notedWhen: [],
});
export const placeToSleep = one(
  'place-to-sleep',
  ['own-place', 'family', 'friends', 'shelter', 'someone-expects-something', 'changes-often', 'nowhere'],
  { element: 'act', notedWhen: ['someone-expects-something'] },
);
export const onlineOffer = yesNo('online-offer', { element: 'act', notedWhen: ['yes'], asksTime: true });
export const giftsPaidBack = yesNo('gifts-paid-back', {
  element: 'means',
  force: ['financial-harm'],
  notedWhen: ['yes'],
  asksTime: true,
});
export const bringMoney = yesNo('bring-money', { element: 'purpose', force: ['financial-harm'], notedWhen: ['yes'], asksTime: true });
