/**
 * For tests that kill the endpoint where it hurts most: FIELDBOOK_FAILPOINT names the place. Without it nothing here is
 * part of a running endpoint. To be killed is what a power cut, a container host or a full memory does to a process.
 */
import * as v from 'valibot';

export type Failpoint =
  /** A batch is on disk, and nobody was told. */
  | { readonly at: 'after-commit' }
  /** Before the n-th statement to the database: counted while it is opened, or once the endpoint listens. */
  | { readonly at: 'opening' | 'statement'; readonly n: number }
  /** No death, but a disk that is full once the file has n pages, where a test may not mount a small one. */
  | { readonly at: 'pages'; readonly n: number };

export const Failpoint = v.pipe(
  v.string(),
  v.regex(/^(after-commit|(opening|statement|pages):[1-9]\d{0,5})$/),
  v.transform((said): Failpoint => {
    const [at, n] = said.split(':');
    return at === 'opening' || at === 'statement' || at === 'pages' ? { at, n: Number(n) } : { at: 'after-commit' };
  }),
);

export interface Armed {
  readonly afterCommit: (() => void) | undefined;
  readonly beforeStatement: (() => void) | undefined;
  readonly mostPages: number | undefined;
  /** From now on statements count as those of a listening endpoint. */
  readonly listens: () => void;
}

export const arm = (failpoint: Failpoint | null, die: () => void): Armed => {
  const unarmed = { afterCommit: undefined, beforeStatement: undefined, mostPages: undefined, listens: () => undefined };
  if (failpoint === null) return unarmed;
  if (failpoint.at === 'after-commit') return { ...unarmed, afterCommit: die };
  if (failpoint.at === 'pages') return { ...unarmed, mostPages: failpoint.n };
  const { at, n } = failpoint;
  let [now, counted]: ['opening' | 'statement', number] = ['opening', 0];
  return {
    ...unarmed,
    beforeStatement: () => {
      if (now !== at) return;
      counted += 1;
      if (counted === n) die();
    },
    listens: () => {
      now = 'statement';
    },
  };
};
