/** Reads a copy to its end and checks all of it on the way: chains, places, ids, rosters. Whatever else becomes of the copy, this is done with it. */
import { type CopyFailure, fromBytes } from '../../server/copy/format.ts';
import type { CopyItem } from '../../server/copy/shape.ts';
import { createVerifier } from '../../server/verify/verify.ts';
import { failed, ok, type Result } from '../../src/domain/result.ts';
import { createFindings, type Findings } from './findings.ts';
import { counted, createProgress, type Progress } from './progress.ts';

export interface Followed {
  readonly findings: Findings;
  readonly progress: Progress;
  readonly organisations: number;
  /** Milliseconds since 1970 when the copy was begun. */
  readonly at: number;
}

/** `each`: told the bytes as they come, before they are read. */
export const follow = async (
  doing: string,
  bytes: AsyncIterable<Uint8Array>,
  each: (bytes: Uint8Array) => Promise<void> = async () => undefined,
): Promise<Result<Followed, CopyFailure>> => {
  const progress = createProgress(doing);
  const findings = createFindings();
  const verifier = createVerifier(findings.tell);
  let at = 0;
  const take = async (item: CopyItem): Promise<void> => {
    if (item.is === 'head') at = item.at;
    await verifier.take(item);
    progress.tell(item);
  };
  for await (const item of fromBytes(watched(bytes, progress, each))) {
    if (!item.ok) return failed(item.failure);
    await take(item.value);
  }
  return ok({ findings, progress, organisations: verifier.organisations(), at });
};

async function* watched(bytes: AsyncIterable<Uint8Array>, progress: Progress, each: (bytes: Uint8Array) => Promise<void>) {
  for await (const some of tillItBreaks(bytes)) {
    await each(some);
    progress.addBytes(some.length);
    yield some;
  }
}

/** A connection that breaks off ends the bytes; the reader then misses the end and says so. */
async function* tillItBreaks(bytes: AsyncIterable<Uint8Array>) {
  try {
    yield* bytes;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ECONNRESET')) throw error;
  }
}

export const holdsTogether = ({ findings, progress, organisations }: Followed): string => {
  const what = `${counted(progress.entries(), 'entry', 'entries')} of ${counted(organisations, 'organisation', 'organisations')}`;
  const notes = findings.notable() > 0 ? ` (${counted(findings.notable(), 'note', 'notes')} above)` : '';
  if (findings.wrong() === 0) return `${what}: all of it holds together${notes}.`;
  return `${what}: ${counted(findings.wrong(), 'thing is', 'things are')} wrong, told above.`;
};
