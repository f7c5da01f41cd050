/** `npm run kills -- 2000`: kills the browser in mid-save that many times and says what was lost. Ends with an error if anything was. */
import { killInRounds } from '../support/kills.ts';

const rounds = Number(process.argv[2] ?? 500);
const { saved, found, missing } = await killInRounds(rounds, (round) => {
  if ((round + 1) % 25 === 0) console.log(`${round + 1} of ${rounds} rounds`);
});
console.log(`${rounds} kills, ${saved} contacts called saved, ${found} found again, ${missing.length} missing`);
process.exitCode = missing.length === 0 ? 0 : 1;
