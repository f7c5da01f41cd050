/** Where a person lives and how they get there, when both hang on the work. */
import { yesNo } from '../question.ts';

export const housingTied = yesNo('housing-tied', { element: 'means', force: ['financial-harm'], notedWhen: ['yes'], asksTime: true });
export const sleepingPlace = yesNo('sleeping-place', { element: 'purpose', form: 'labour', notedWhen: ['no'], asksTime: true });
export const ownWayHome = yesNo('own-way-home', { element: 'means', form: 'labour', notedWhen: ['no'], asksTime: true });
