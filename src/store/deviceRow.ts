/** What a device can say of itself while locked: who it is, and a signature with its login key. */
import { type Bytes, fromHex } from '../protocol/bytes.ts';
import { signWith } from '../vault/keys.ts';
import { type FieldbookDatabase, readState } from './database.ts';

export interface Device {
  readonly org: Bytes;
  readonly device: Bytes;
  readonly sign: (statement: Bytes) => Promise<Bytes>;
}

export const findDevice = async (db: FieldbookDatabase): Promise<Device | null> => {
  const row = await readState(db, 'device');
  return row && { org: fromHex(row.org), device: fromHex(row.device), sign: (statement) => signWith(row.loginKey, statement) };
};
