/** Consent is itemised (R4): each item yes, no or later, each can be withdrawn, and help never depends on any (R5). */
import * as v from 'valibot';
import { Day, Id } from './id.ts';

export const consentItems = ['take-part', 'keep-record', 'contact-me', 'research'] as const;
export type ConsentItem = (typeof consentItems)[number];
export const consentAnswers = ['yes', 'no', 'later'] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];
export const contactWays = ['call', 'text', 'through-us', 'at-place', 'other'] as const;
export const contactTimes = ['morning', 'afternoon', 'evening', 'day-off', 'any'] as const;

export const Consent = v.looseObject({
  person: Id,
  day: Day,
  items: v.record(v.picklist(consentItems), v.picklist(consentAnswers)),
  /** How and when it is safe to be in touch; no number or address here (R24). */
  safeContact: v.optional(v.looseObject({ way: v.optional(v.picklist(contactWays)), time: v.optional(v.picklist(contactTimes)) })),
  language: v.optional(v.string()),
  mode: v.optional(v.picklist(['spoken', 'read'])),
  interpreter: v.optional(v.string()),
});
export type Consent = v.InferOutput<typeof Consent>;
