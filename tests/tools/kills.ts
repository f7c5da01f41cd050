/**
 * `npm run kills -- 2000 --moment save` (or sync, or migration): kills that many phones at such moments, four in one browser unless
 * `--phones` says otherwise, and says what was lost. Ends with an error if anything was.
 */
import { isMoment, moments } from '../support/kills.ts';

const args = process.argv.slice(2);
const named = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const moment = named('--moment') ?? 'save';
const phones = Number(named('--phones') ?? 4);
const rounds = Number(args.find((arg, at) => /^\d+$/.test(arg) && !args[at - 1]?.startsWith('--')) ?? 500);

if (isMoment(moment) && phones > 0) {
  const began = Date.now();
  let told = 0;
  const tell = (killed: number) => {
    if (killed - told < 24) return;
    told = killed;
    console.log(`${killed} of ${rounds} phones killed, ${((Date.now() - began) / 1000 / killed).toFixed(1)} s each`);
  };
  const { rounds: killed, saved, found, missing } = await moments[moment]({ rounds, phones, tell });
  console.log(
    `${killed} phones killed in ${moment}, ${phones} at a time; ${saved} contacts called saved, ${found} found again, ${missing.length} missing${missing.map((note) => `\n  ${note}`).join('')}`,
  );
  process.exitCode = missing.length === 0 ? 0 : 1;
} else {
  console.error(`Say at which moment: --moment ${Object.keys(moments).join(', ')}.`);
  process.exitCode = 1;
}
