/** What may be wrong with a database, or only worth knowing. Ids and numbers only: nothing in a database can be read anyway. */
export const wrongs = [
  'roster-broken',
  'link-missing',
  'follower-missing',
  'follower-stranger',
  'place-gap',
  'counter-differs',
  'id-differs',
  'unreadable',
  'row-differs',
  'unknown-device',
  'unknown-stream',
  'number-twice',
  'broken-link',
  'proof-wrong',
  'proof-astray',
  'stream-gap',
  'stream-points-nowhere',
  'stream-incomplete',
  'organisation-twice',
] as const;
export type Wrong = (typeof wrongs)[number];
/**
 * Numbers of a device that are not here: set aside, still to come, or lost before they were ever sent. And a device that wrote
 * on from another entry than the one here under the number before, which it signed too: it was cloned, or put back to an older state.
 */
const notables = ['numbers-missing', 'fork'] as const;
export type Notable = (typeof notables)[number];

export interface Finding {
  readonly what: Wrong | Notable;
  /** The organisation's id in hex. */
  readonly org: string;
  /** The device, or the stream, in hex. */
  readonly who?: string;
  /** Its place, number or count. */
  readonly at?: number;
}
export type Report = (finding: Finding) => void;
export const isWrong = ({ what }: Finding): boolean => !notables.some((notable) => notable === what);
