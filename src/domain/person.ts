/** A person met in the field: a random code and a memory cue, and, if told, how the person describes their own groups. */
import * as v from 'valibot';
import { apiGroups, cues, otherGroups } from './codes.ts';
import type { Id } from './id.ts';

export const Person = v.looseObject({
  cue: v.optional(v.picklist(cues)),
  /** One question, all that apply; `self` only when the person said so, never derived from language or passport. */
  groups: v.optional(
    v.looseObject({
      how: v.picklist(['self', 'worker-guess', 'not-asked']),
      codes: v.pipe(v.array(v.picklist([...apiGroups, ...otherGroups])), v.maxLength(31)),
    }),
  ),
});
export type Person = v.InferOutput<typeof Person>;

const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A short code to say aloud, worked out from the person's id: the same on every device, and nothing to guess from it. */
export const personCode = (person: Id): string => {
  let number = Number.parseInt(person.slice(0, 12), 16);
  let code = '';
  for (let at = 0; at < 6; at += 1) {
    code += codeLetters.charAt(number % codeLetters.length);
    number = Math.floor(number / codeLetters.length);
  }
  return `${code.slice(0, 3)}-${code.slice(3)}`;
};
