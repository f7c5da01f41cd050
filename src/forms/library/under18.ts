/**
 * About someone under 18: a list for the worker alone, of what was seen and what was said without asking. It is not an
 * interview; trained people do that. It prepares the call that the law asks for and never stands in its place.
 */
import {
  heardCloseness,
  heardMadeTo,
  heardMarriage,
  heardMoneyOwed,
  heardMoved,
  heardPayKept,
  heardWishes,
  heardWishToDie,
  seenAdultAnswers,
  seenAfraid,
  seenDanger,
  seenHurt,
  seenKeptIn,
  seenNoCarer,
  seenOtherChildren,
  seenThingsHeld,
  seenTiredOrHungry,
  seenWorkInSchoolHours,
  seenWorkTooHard,
} from './bank/noticed.ts';
import { checklistOf, section } from './build.ts';

export const under18 = checklistOf({ id: 'under-18', version: '1', meantFor: 'under-18' }, [
  section('danger-seen', [seenDanger, seenHurt, heardWishToDie, seenOtherChildren]),
  section('seen', [
    seenWorkInSchoolHours,
    seenWorkTooHard,
    seenTiredOrHungry,
    seenNoCarer,
    seenAdultAnswers,
    seenAfraid,
    seenThingsHeld,
    seenKeptIn,
  ]),
  section('heard', [heardMoved, heardMoneyOwed, heardPayKept, heardMarriage, heardMadeTo, heardCloseness, heardWishes]),
]);
