/** About someone under 18: what a worker saw, or heard without asking. Nothing here is ever asked of the young person. */
import { noticed, several } from '../question.ts';

export const seenWorkInSchoolHours = noticed('seen-work-in-school-hours', { element: 'purpose', form: 'labour' });
export const seenWorkTooHard = noticed('seen-work-too-hard', { element: 'purpose', form: 'labour' });
export const seenTiredOrHungry = noticed('seen-tired-or-hungry', { element: 'context' });
export const seenAdultAnswers = noticed('seen-adult-answers', {
  element: 'means',
  urgentWhen: { answers: ['noticed'], urgency: 'watched' },
});
export const seenAfraid = noticed('seen-afraid', { element: 'means', force: ['serious-harm'] });
export const seenKeptIn = noticed('seen-kept-in', {
  element: 'means',
  force: ['physical-restraint'],
  urgentWhen: { answers: ['noticed'], urgency: 'child-at-risk' },
});
export const seenThingsHeld = noticed('seen-things-held', { element: 'means', force: ['documents-held'] });
export const seenNoCarer = noticed('seen-no-carer', { element: 'act' });

export const heardMoved = noticed('heard-moved', { element: 'act', usuallyKnown: 'said' });
export const heardMoneyOwed = noticed('heard-money-owed', { element: 'means', force: ['financial-harm'], usuallyKnown: 'said' });
export const heardPayKept = noticed('heard-pay-kept', {
  element: 'purpose',
  form: 'labour',
  force: ['financial-harm'],
  usuallyKnown: 'said',
});
export const heardMarriage = noticed('heard-marriage', { element: 'act', form: 'family-servitude', usuallyKnown: 'said' });
export const heardMadeTo = noticed('heard-made-to', {
  element: 'purpose',
  usuallyKnown: 'said',
  urgentWhen: { answers: ['noticed'], urgency: 'child-at-risk' },
});
export const heardCloseness = noticed('heard-closeness', {
  element: 'purpose',
  form: 'commercial-sex',
  usuallyKnown: 'said',
  urgentWhen: { answers: ['noticed'], urgency: 'child-at-risk' },
});

export const seenDanger = noticed('seen-danger', {
  element: 'safety',
  urgentWhen: { answers: ['noticed', 'unsure'], urgency: 'danger-now' },
});
export const seenHurt = noticed('seen-hurt', { element: 'safety', urgentWhen: { answers: ['noticed'], urgency: 'medical' } });
export const heardWishToDie = noticed('heard-wish-to-die', {
  element: 'safety',
  usuallyKnown: 'said',
  urgentWhen: { answers: ['noticed', 'unsure'], urgency: 'suicide' },
});
export const seenOtherChildren = noticed('seen-other-children', {
  element: 'safety',
  urgentWhen: { answers: ['noticed'], urgency: 'child-at-risk' },
});

export const heardWishes = several(
  'heard-wishes',
  ['food-or-rest', 'doctor', 'safe-place', 'someone-they-trust', 'school', 'something-else'],
  {
    element: 'context',
    notedWhen: [],
  },
);
