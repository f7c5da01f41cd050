/**
 * Ids are lower-case hex, made on the device from random bytes (16) or from a hash (32).
 * Hex and not base64 so that an id is safe in a URL, readable aloud and one spelling only.
 */
import * as v from 'valibot';

export const Id = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{32}|[0-9a-f]{64})$/));
export type Id = v.InferOutput<typeof Id>;

/** A calendar day as the worker's phone shows it, `YYYY-MM-DD`. */
export const Day = v.pipe(v.string(), v.isoDate());
export type Day = v.InferOutput<typeof Day>;

/** Makes a fresh random id; handed in, so that a test can say which. */
export type NewId = () => Id;
