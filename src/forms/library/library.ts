/** All of our own checklists, in the order in which a worker would look for them. A run takes the first unless another is chosen. */
import type { Checklist } from '../../domain/checklist.ts';
import { adult } from './adult.ts';
import { familyServitude } from './familyServitude.ts';
import { firstContact } from './firstContact.ts';
import { forcedCriminality } from './forcedCriminality.ts';
import { householdCare } from './householdCare.ts';
import { restaurantFood } from './restaurantFood.ts';
import { salonSpa } from './salonSpa.ts';
import { under18 } from './under18.ts';
import { youngAdult } from './youngAdult.ts';

export const library: readonly Checklist[] = [
  adult,
  firstContact,
  householdCare,
  restaurantFood,
  salonSpa,
  forcedCriminality,
  familyServitude,
  youngAdult,
  under18,
];

export const findInLibrary = (id: string): Checklist | undefined => library.find((checklist) => checklist.id === id);

/** Each has this many lines of guidance for after the result, worded under `library.<id>.next`. */
export const nextLines = ['step1', 'step2', 'step3', 'step4', 'step5'] as const;
