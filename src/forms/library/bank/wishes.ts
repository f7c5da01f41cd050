/** What the person wants and does not want to happen, and whom they trust. */
import { several, yesNo } from '../question.ts';

export const rightsInformation = yesNo('rights-information', { element: 'context', notedWhen: [] });

export const trustedPeople = several(
  'trusted-people',
  ['family', 'friend', 'fellow-worker', 'faith-or-community', 'teacher-or-helper', 'someone-else'],
  {
    element: 'context',
    notedWhen: [],
  },
);

export const wants = several(
  'wants',
  [
    'unpaid-wages',
    'legal-advice',
    'medical-care',
    'someone-to-talk-to',
    'place-to-stay',
    'other-work-or-classes',
    'reach-family',
    'plan-to-leave',
    'time-to-think',
    'something-else',
  ],
  { element: 'context', notedWhen: [] },
);

export const doesNotWant = several(
  'does-not-want',
  ['police', 'calls-or-messages', 'employer-told', 'family-told', 'community-told', 'something-else'],
  { element: 'context', notedWhen: [] },
);
