/**
 * `npm run kills -- 2000 --moment save` (or sync, or migration): kills the browser at such moments that many times and says what
 * was lost. Ends with an error if anything was.
 */
import { isMoment, moments } from '../support/kills.ts';

const args = process.argv.slice(2);
const asked = args.indexOf('--moment');
const moment = asked < 0 ? 'save' : (args[asked + 1] ?? '');
const rounds = Number(args.find((arg, at) => /^\d+$/.test(arg) && at !== asked + 1) ?? 500);

if (isMoment(moment)) {
  const began = Date.now();
  const tell = (round: number) => {
    if ((round + 1) % 25 === 0)
      console.log(`${round + 1} of ${rounds} rounds, ${((Date.now() - began) / 1000 / (round + 1)).toFixed(1)} s each`);
  };
  const { saved, found, missing } = await moments[moment]({ rounds, tell });
  console.log(
    `${rounds} kills in ${moment}, ${saved} contacts called saved, ${found} found again, ${missing.length} missing${missing.map((note) => `\n  ${note}`).join('')}`,
  );
  process.exitCode = missing.length === 0 ? 0 : 1;
} else {
  console.error(`Say at which moment: --moment ${Object.keys(moments).join(', ')}.`);
  process.exitCode = 1;
}
