/**
 * Checks a whole database by its copy, be it read from a file, from a stopped database or from a running endpoint: what is checked
 * is what would be restored. What is held is one organisation's devices, signatures and places of
 * what is not for the office alone; never what they wrote.
 */
import { toHex } from '../../src/protocol/bytes.ts';
import { bytesAt, type Chunk, type CopyItem, tableIsThere } from '../copy/shape.ts';
import type { Report } from './finding.ts';
import { createOrganisation, type Organisation } from './organisation.ts';

export interface Verifier {
  take(item: CopyItem): Promise<void>;
  /** After the last item. */
  readonly organisations: () => number;
}

export const createVerifier = (tell: Report): Verifier => {
  const seen = new Set<string>();
  let migrations: readonly string[] = [];
  let open: Organisation | null = null;

  const close = (): void => {
    open?.finish(tableIsThere('followers', migrations));
    open = null;
  };
  const opened = (org: string): Organisation => {
    if (open?.org === org) return open;
    close();
    if (seen.has(org)) tell({ what: 'organisation-twice', org });
    seen.add(org);
    open = createOrganisation(org, tell);
    return open;
  };
  const takeRows = async ({ table, rows }: Chunk): Promise<void> => {
    if (table === 'meta') return;
    for (const row of rows) await opened(toHex(bytesAt(row, 0))).takeRow(table, row);
  };

  return {
    take: async (item) => {
      if (item.is === 'head') migrations = item.migrations;
      else if (item.is === 'rows') await takeRows(item);
      else close();
    },
    organisations: () => seen.size,
  };
};
