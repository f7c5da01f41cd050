/** How work was found, what was promised, and what it cost to get it. */
import { one, several, yesNo } from '../question.ts';

export const worksFor = one(
  'works-for',
  [
    'company-or-shop',
    'agency-or-contractor',
    'private-household',
    'diplomat-household',
    'relatives-or-in-laws',
    'on-my-own',
    'changes-often',
    'not-working',
  ],
  { element: 'context', notedWhen: [] },
);

/** The lightest opening there is: for a first talk with somebody who may only want to pass the time. */
export const howIsWork = one('how-is-work', ['good', 'mixed', 'hard', 'not-working'], { element: 'context', notedWhen: [] });

export const howFound = one(
  'how-found',
  ['friend-or-relative', 'advertisement', 'agent', 'employer', 'through-marriage', 'someone-decided', 'other'],
  { element: 'act', notedWhen: ['agent', 'through-marriage', 'someone-decided'] },
);

export const asPromised = yesNo('as-promised', { element: 'means', notedWhen: ['no'] });

const arranged = ['travel', 'place-to-stay', 'room-at-work'];
export const arrangedForYou = several('arranged-for-you', arranged, { element: 'act', notedWhen: arranged });

export const movedAround = yesNo('moved-around', { element: 'act', form: 'labour', notedWhen: ['yes'], asksTime: true });

export const moneyOwed = one('money-owed', ['nothing-owed', 'paid-back', 'owed-and-shrinking', 'owed-and-growing', 'owed-and-unclear'], {
  element: 'means',
  force: ['financial-harm'],
  notedWhen: ['owed-and-growing', 'owed-and-unclear'],
});

export const trainingFee = yesNo('training-fee', { element: 'means', form: 'labour', force: ['financial-harm'], notedWhen: ['yes'] });
