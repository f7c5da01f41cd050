/** Who looks at whom, by path without positions: for saying what refers to a row that cannot be used. The phone has no need of it. */
import type { Loaded } from './load.ts';
import type { Where } from './problems.ts';

export interface Use {
  readonly path: string;
  readonly where: Where;
  readonly of: string;
}

export const usesIn = ({ written }: Loaded): readonly Use[] =>
  written.flatMap(({ row, where, reads }) => reads.map((read) => ({ path: row.path, where, of: read.row.path })));
