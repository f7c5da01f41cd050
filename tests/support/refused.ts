/** Stories of what the endpoint refused: a note that cannot be proven any more, the phone's report of it, and what a supervisor asks for. */
import { type Headless, settled } from '../../demo/headless.ts';
import { contactIn } from '../../src/domain/records.ts';
import { type Asked, decide, type PhoneReport, phoneReports } from '../../src/domain/setAside.ts';
import { aContact } from './phone.ts';
import { aRoad, aTeam, type Road, type Team } from './road.ts';

/** The passphrase of the phone that `letInto` lets in. */
export const words = 'field words for stories';

export const writes = async (device: Headless, note: string): Promise<string> => {
  const contact = aContact({ notebook: device.notebook() }, note);
  device.must(await device.notebook().write(contact));
  return contact.record;
};
/** It cannot be proven any more: its signature is another one's. */
export const spoil = async ({ db }: Headless, n: number): Promise<void> => {
  const row = await db.outbox.get(n);
  if (!row?.signature) throw new Error('it does not wait with a signature');
  await db.outbox.put({ ...row, signature: row.signature.map((byte) => byte ^ 1) });
};
export const spoilNewest = async (device: Headless): Promise<number> => {
  const row = await device.db.outbox.orderBy('n').last();
  if (!row) throw new Error('nothing waits');
  await spoil(device, row.n);
  return row.n;
};
export const takesIn = async (device: Headless): Promise<void> => {
  await device.exchange();
  await settled();
  await device.notebook().catchUp();
};
/** Back and forth until nothing is on its way any more. */
export const goesRound = async ({ office, field }: Team): Promise<void> => {
  for (const device of [field, field, office, field, field, field, office]) await takesIn(device);
};
export const asideOn = ({ field }: Team) => field.notebook().delivery().setAside;
export const toldTo = ({ office }: Team): readonly PhoneReport[] => phoneReports(office.notebook().recordsOf);
export const notesAt = ({ office }: Team): readonly (string | undefined)[] =>
  office
    .notebook()
    .recordsOf('contact')
    .map((state) => contactIn(state)?.note)
    .sort();
export const decides = async ({ office, field }: Team, ask: Asked): Promise<void> => {
  const entries = toldTo({ office, field }).flatMap((phone) => phone.entries.map(({ id }) => id));
  const device = field.notebook().me.device;
  office.must(await office.notebook().write(decide(office.notebook().newId(), { device, ask, entries })));
};

/** A note that the endpoint refused, and the phone has told of it. */
export const aRefused = async (): Promise<Team & { readonly road: Road; readonly record: string; readonly n: number }> => {
  const road = await aRoad();
  const team = await aTeam(road);
  await writes(team.field, 'With it went the day’s key.');
  await takesIn(team.field);
  const record = await writes(team.field, 'By the blue door.');
  const n = await spoilNewest(team.field);
  await takesIn(team.field);
  await takesIn(team.field);
  await takesIn(team.office);
  return { ...team, road, record, n };
};
