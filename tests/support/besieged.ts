/** An office under attack: a server, honest people at it, and a way to see that a hostile request left no trace. */
import { expect } from 'vitest';
import { anOffice, type Office, type RawDevice } from './device.ts';
import { aServer, type TestServer } from './server.ts';

export interface Besieged {
  readonly server: TestServer;
  readonly office: Office;
  readonly worker: RawDevice;
  /** Refused as expected, in good time, with nothing half-kept and no fault of ours. */
  readonly leavesNoTrace: (send: () => Promise<string>, expected: string | RegExp) => Promise<void>;
}

export const aBesiegedOffice = async (): Promise<Besieged> => {
  const server = await aServer({ limits: { devicePerMinute: 100_000, joinFailures: 100_000, bodyIdleMs: 500 } });
  const office = await anOffice(server);
  const worker = await office.admits();
  const faults = () => server.lines.filter((line) => line.startsWith('fault'));
  return {
    server,
    office,
    worker,
    leavesNoTrace: async (send, expected) => {
      const [rows, said] = [await server.store.counts(), faults()];
      const before = process.cpuUsage();
      expect(await send()).toMatch(expected);
      // Of this process's own time: how busy the machine is otherwise says nothing.
      expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
      expect(await server.store.counts()).toEqual(rows);
      expect(faults()).toEqual(said);
    },
  };
};
