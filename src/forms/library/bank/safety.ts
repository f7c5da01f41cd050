/** Safety today, and a safe way to stay in touch. "Not sure" counts as yes where waiting could cost a life or a child. */
import { one, yesNo } from '../question.ts';

export const dangerToday = yesNo('danger-today', {
  element: 'safety',
  notedWhen: ['yes'],
  urgentWhen: { answers: ['yes', 'unsure'], urgency: 'danger-now' },
});
export const personNear = yesNo('person-near', {
  element: 'safety',
  notedWhen: ['yes'],
  urgentWhen: { answers: ['yes', 'unsure'], urgency: 'watched' },
});
export const childInDanger = yesNo('child-in-danger', {
  element: 'safety',
  notedWhen: ['yes'],
  urgentWhen: { answers: ['yes', 'unsure'], urgency: 'child-at-risk' },
});
export const medicalNeed = yesNo('medical-need', {
  element: 'safety',
  notedWhen: ['yes'],
  urgentWhen: { answers: ['yes'], urgency: 'medical' },
});
export const thoughtsOfDying = yesNo('thoughts-of-dying', {
  element: 'safety',
  notedWhen: ['yes'],
  urgentWhen: { answers: ['yes', 'unsure'], urgency: 'suicide' },
});
/** The gentle form, for a first talk. */
export const allRightToday = yesNo('all-right-today', {
  element: 'safety',
  notedWhen: ['no'],
  urgentWhen: { answers: ['no'], urgency: 'danger-now' },
});
export const othersHeld = yesNo('others-held', { element: 'safety', notedWhen: ['yes'] });
export const safeContact = one('safe-contact', ['i-get-in-touch', 'directly', 'through-someone-i-trust', 'no-safe-way', 'not-wanted'], {
  element: 'safety',
  notedWhen: ['no-safe-way'],
});
