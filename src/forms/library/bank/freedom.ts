/** What a person can decide for themselves: daily life, other people, papers, saying no, going and leaving. */
import { several, yesNo } from '../question.ts';

export const basicNeeds = yesNo('basic-needs', { element: 'means', force: ['serious-harm'], notedWhen: ['no'], asksTime: true });
export const contactWithOthers = yesNo('contact-with-others', { element: 'means', notedWhen: ['no'], asksTime: true });
export const ownPhone = yesNo('own-phone', { element: 'means', notedWhen: ['no'], asksTime: true });
export const comeAndGo = yesNo('come-and-go', { element: 'means', force: ['physical-restraint'], notedWhen: ['no'], asksTime: true });
export const ownPlans = yesNo('own-plans', { element: 'means', notedWhen: ['no'], asksTime: true });
export const ownPapers = yesNo('own-papers', { element: 'means', force: ['documents-held'], notedWhen: ['no'], asksTime: true });
export const ownVoice = yesNo('own-voice', { element: 'means', notedWhen: ['yes'], usuallyKnown: 'seen' });
export const toldWhatToSay = yesNo('told-what-to-say', { element: 'means', notedWhen: ['yes'], asksTime: true });
export const someoneDecides = yesNo('someone-decides', { element: 'means', notedWhen: ['yes'], asksTime: true });
export const refuseTask = yesNo('refuse-task', { element: 'purpose', form: 'labour', notedWhen: ['no'], asksTime: true });
export const freeToLeaveJob = yesNo('free-to-leave-job', { element: 'purpose', form: 'labour', notedWhen: ['no'], asksTime: true });
export const payToLeave = yesNo('pay-to-leave', { element: 'means', force: ['financial-harm'], notedWhen: ['yes'], asksTime: true });

const feared = ['i-hurt', 'family-hurt', 'money-lost-or-owed', 'authorities-called', 'home-lost', 'shamed', 'something-else'];
export const afterLeaving = several('after-leaving', feared, { element: 'means', force: ['serious-harm'], notedWhen: feared });
