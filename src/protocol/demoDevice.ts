/**
 * The demo's own road in: a browser asks to be a new device of one of the invented people. Only the demo's endpoint answers
 * this; anywhere else a device is let in by invitation, and nobody else ever makes its keys.
 */
import * as v from 'valibot';
import { encodeCbor } from './cbor.ts';
import { parseWith } from './exchange.ts';
import { AnyBytes, Hash, Id16, PublicKey } from './parts.ts';

export const demoDevicePath = '/api/demo/device';

/** `login`: made in the browser, so that its private half can never be read. */
const DemoDeviceAsk = v.strictObject({ who: v.pipe(v.string(), v.maxLength(40)), login: PublicKey });
export type DemoDeviceAsk = v.InferOutput<typeof DemoDeviceAsk>;

const DemoDevicePack = v.strictObject({
  device: Id16,
  root: Hash,
  roster: v.array(AnyBytes),
  /** The vault file, sealed with the passphrase that the demo printed. */
  vault: AnyBytes,
  /** What an earlier device of the same person wrote and received, sealed; the keys lie in the vault. */
  entries: v.array(AnyBytes),
});
export type DemoDevicePack = v.InferOutput<typeof DemoDevicePack>;

export const parseDemoDeviceAsk = parseWith(DemoDeviceAsk);
export const parseDemoDevicePack = parseWith(DemoDevicePack);
export const encodeDemoDeviceAsk = (ask: DemoDeviceAsk) => encodeCbor(ask);
export const encodeDemoDevicePack = (pack: DemoDevicePack) => encodeCbor(pack);
