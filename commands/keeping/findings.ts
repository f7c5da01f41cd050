/** What a check found, in sentences. Ids are shortened: they name nobody, and whoever looks further has the database. */
import { type Finding, isWrong } from '../../server/verify/finding.ts';
import { complain } from './ending.ts';

const mostShown = 40;
const short = (id: string | undefined): string => (id ?? '').slice(0, 8);

const sentences: Readonly<Record<Finding['what'], (finding: Finding) => string>> = {
  'roster-broken': ({ at }) => `the list of devices does not hold from link ${at} on`,
  'link-missing': ({ at }) => `link ${at} of the list of devices is missing`,
  'follower-missing': ({ who }) => `device ${short(who)} is not given what is for everybody`,
  'follower-stranger': ({ who }) => `${short(who)} is given what is for everybody, but is no worker's device`,
  'place-gap': ({ at }) => `there is no entry at place ${at}, though others come after it`,
  'counter-differs': ({ who, at }) =>
    `the counter of ${who ? `stream ${short(who)}` : 'the office'} says ${at}, and that is not its last place`,
  'id-differs': ({ at }) => `the entry at place ${at} is not the one that its id names: its bytes have changed`,
  unreadable: ({ at }) => `the entry at place ${at} cannot be read`,
  'row-differs': ({ at }) => `the entry at place ${at} stands under another device, number or size than its own`,
  'unknown-device': ({ at, who }) => `the entry at place ${at} is by device ${short(who)}, which was never let in`,
  'unknown-stream': ({ at }) => `the entry at place ${at} is for somebody its device may not write to`,
  'number-twice': ({ who, at }) => `number ${at} of device ${short(who)} stands twice`,
  'broken-link': ({ who, at }) => `number ${at} of device ${short(who)} does not follow on the one before`,
  'proof-wrong': ({ who, at }) => `the signature over number ${at} of device ${short(who)} is not that device's`,
  'proof-astray': ({ at }) => `there is a signature for place ${at}, but none that could be checked there`,
  'stream-gap': ({ who, at }) => `stream ${short(who)} has nothing at place ${at}, though more comes after it`,
  'stream-points-nowhere': ({ who, at }) => `place ${at} of stream ${short(who)} points at no entry that is for it`,
  'stream-incomplete': ({ who, at }) => `stream ${short(who)} lacks ${at} of the entries that are for it`,
  'organisation-twice': () => 'its rows do not stand together',
  fork: ({ who, at }) =>
    `number ${at} of device ${short(who)} follows on another entry than the one here: the device was cloned, or put back to an older state`,
  'numbers-missing': ({ who, at }) => `of device ${short(who)} ${at} of its numbers are not here: set aside, or not sent yet`,
};

export const createFindings = () => {
  let [wrong, notable, shown] = [0, 0, 0];
  return {
    tell: (finding: Finding): void => {
      if (isWrong(finding)) wrong += 1;
      else notable += 1;
      shown += 1;
      if (shown > mostShown) return;
      const sentence = sentences[finding.what](finding);
      complain(`${isWrong(finding) ? 'Wrong' : 'Note'}: organisation ${short(finding.org)}: ${sentence}.`);
      if (shown === mostShown) complain('Whatever else there is, is only counted.');
    },
    wrong: () => wrong,
    notable: () => notable,
  };
};
export type Findings = ReturnType<typeof createFindings>;
