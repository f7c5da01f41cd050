/**
 * `npm run load -- --url URL --devices D --entries E --size BYTES [--json]`: an organisation of D devices, each with E sealed records
 * of BYTES as JSON, sends them all at once to the endpoint at URL; then a supervisor's device pulls everything and looks for each
 * by its id. Keys, seals, signatures and sessions are the real ones. What is timed is the sending alone, all devices together.
 */
import { availableParallelism } from 'node:os';
import { failed, ok, type Result } from '../../src/domain/result.ts';
import { complain, runToEnd, type Sentence, say } from '../keeping/ending.ts';
import { counted } from '../keeping/progress.ts';
import { type Crew, gatherCrew } from './crew.ts';
import { foundOffice, type Office } from './office.ts';
import { Refused } from './patiently.ts';
import type { Word } from './talk.ts';
import { type Tally, tally } from './tallying.ts';
import { type LoadWishes, readWishes } from './wishes.ts';

const everyMs = 1000;

const createTeller = () => {
  let [written, sent, next] = [0, 0, Date.now() + everyMs];
  return (word: Word): void => {
    if (word.said === 'writing') written += word.devices;
    if (word.said === 'sending') sent += word.entries;
    if (Date.now() < next) return;
    next = Date.now() + everyMs;
    complain(sent > 0 ? `Sent ${counted(sent, 'entry', 'entries')} …` : `${counted(written, 'device has', 'devices have')} written …`);
  };
};

interface Sent {
  readonly seconds: number;
  readonly bytes: number;
  /** Of all processors of this machine, that this program took while it sent. */
  readonly share: number;
}

const send = async (crew: Crew): Promise<Sent> => {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const bytes = await crew.send();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { seconds, bytes, share: (user + system) / 1e6 / seconds / availableParallelism() };
};

const admitAll = async (office: Office, crew: Crew): Promise<void> => {
  let next = Date.now() + everyMs;
  for (const [at, device] of crew.devices.entries()) {
    await office.admit(device);
    if (Date.now() < next) continue;
    next = Date.now() + everyMs;
    complain(`Let in ${counted(at + 1, 'device', 'devices')} …`);
  }
};

const run = async ({ origin, devices, entries, size, workers }: LoadWishes) => {
  const office = await foundOffice(origin);
  const program = new URL('./loadCarrier.js', import.meta.url);
  const crew = await gatherCrew({ program, origin, devices, workers, progress: createTeller() });
  try {
    await admitAll(office, crew);
    const wanted = { org: office.org, orgKey: office.orgKey.publicKey, entries, size, links: office.roster().links };
    const ids = await crew.write((firstSeed) => ({ do: 'write', wanted, firstSeed }));
    const sent = await send(crew);
    complain('Sent everything. A supervisor’s device now pulls it and looks for each entry …');
    return { sent, tally: await tally(office, ids, devices) };
  } finally {
    await crew.dismiss();
  }
};

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const report = (wishes: LoadWishes, { seconds, bytes, share }: Sent, { lost, doubled, shut }: Tally): void => {
  const entries = wishes.devices * wishes.entries;
  const figures = {
    entries,
    seconds: rounded(seconds, 3),
    perSecond: rounded(entries / seconds, 1),
    bytesPerEntry: rounded(bytes / entries, 1),
    lost,
    doubled,
  };
  const took = `This program itself took ${Math.round(share * 100)} % of this machine’s processors while it sent.`;
  if (wishes.json) {
    complain(took);
    say(JSON.stringify(figures));
  } else {
    for (const [name, value] of Object.entries(figures)) say(`${name.padEnd(14)} ${value.toLocaleString('en')}`);
    say(took);
  }
  if (shut > 0) complain(`Of ${counted(shut, 'device', 'devices')} nothing could be opened.`);
};

const load = async (): Promise<Result<number, Sentence>> => {
  const wishes = readWishes(process.argv.slice(2));
  if (!wishes.ok) return wishes;
  try {
    const done = await run(wishes.value);
    report(wishes.value, done.sent, done.tally);
    const { lost, doubled, shut } = done.tally;
    return ok(lost + doubled + shut === 0 ? 0 : 1);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return failed({
      sentence: `The load stopped: ${error.message}. It needs an endpoint with FOUNDING=open, or one where nobody has founded yet.`,
    });
  }
};

runToEnd('The load', load);
