/** Work in somebody's home: cleaning, cooking, and care for children, elders or people who are ill. */
import { several, yesNo } from '../question.ts';

const domestic = { form: 'domestic', asksTime: true } as const;

export const homeTasks = several('home-tasks', ['cleaning', 'cooking', 'children', 'elders-or-ill', 'family-business'], {
  element: 'context',
  form: 'domestic',
  notedWhen: [],
});
export const homeAnyHour = yesNo('home-any-hour', { element: 'purpose', notedWhen: ['yes'], ...domestic });
export const homeDayOff = yesNo('home-day-off', { element: 'purpose', notedWhen: ['no'], ...domestic });
export const homeOwnSpace = yesNo('home-own-space', { element: 'purpose', notedWhen: ['no'], ...domestic });
export const careAlone = yesNo('care-alone', { element: 'purpose', notedWhen: ['yes'], ...domestic });
export const homeTooClose = yesNo('home-too-close', { element: 'means', force: ['serious-harm'], notedWhen: ['yes'], ...domestic });
