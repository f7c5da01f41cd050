/** A contact: one conversation, which may stay anonymous. Every field but person and day may be left out (R7). */
import * as v from 'valibot';
import { areaCodes } from './areas.ts';
import { channels, followUps, interpreterModes, itemsGiven, placeTypes, spokenLanguages } from './codes.ts';
import { Day, Id } from './id.ts';
import { AgeGroup, Privacy } from './screening.ts';

export const maxNoteLength = 600;

export const ItemGiven = v.object({
  item: v.picklist(itemsGiven),
  language: v.picklist(spokenLanguages),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)),
});
export type ItemGiven = v.InferOutput<typeof ItemGiven>;

export const Contact = v.looseObject({
  person: Id,
  day: Day,
  placeType: v.optional(v.picklist(placeTypes)),
  area: v.optional(v.picklist(areaCodes)),
  channel: v.optional(v.picklist(channels)),
  language: v.optional(v.picklist(spokenLanguages)),
  interpreter: v.optional(v.picklist(interpreterModes)),
  interpreterReason: v.optional(v.pipe(v.string(), v.maxLength(200))),
  privacy: v.optional(Privacy),
  ageGroup: v.optional(AgeGroup),
  /** People in the conversation, the worker not counted. */
  people: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
  items: v.optional(v.pipe(v.array(ItemGiven), v.maxLength(20))),
  followUp: v.optional(v.picklist(followUps)),
  note: v.optional(v.pipe(v.string(), v.maxLength(maxNoteLength))),
  /** Information was given and nothing else was recorded: a tally, not a person (R1). */
  informationOnly: v.optional(v.boolean()),
});
export type Contact = v.InferOutput<typeof Contact>;
