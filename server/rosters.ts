/**
 * The rosters, each read and checked once and then only grown: a check costs a signature per link, and every exchange
 * asks. The links themselves are asked for each time, so another process's admission is seen at once.
 */
import { type Bytes, fromHex } from '../src/protocol/bytes.ts';
import type { Primitives } from '../src/protocol/primitives.ts';
import { addLink, type Roster } from '../src/protocol/roster.ts';
import type { ServerStore } from './store/store.ts';

export interface SeenRoster {
  readonly roster: Roster;
  readonly links: readonly Bytes[];
}

export interface Rosters {
  /** `org` is the organisation's id; `null` when nobody founded it here. */
  find(org: string): Promise<SeenRoster | null>;
}

const mostRemembered = 1000;

export const createRosters = (store: ServerStore, primitives: Primitives): Rosters => {
  const remembered = new Map<string, SeenRoster>();

  const grow = async (seen: SeenRoster | null, fresh: readonly Bytes[]): Promise<SeenRoster | null> => {
    let roster = seen?.roster ?? null;
    for (const link of fresh) {
      const grown = await addLink(primitives, roster, link);
      // Every link was judged before it was kept, so this is a damaged database and nothing a request can mend.
      if (!grown.ok) throw new Error(`the stored roster is broken: ${grown.failure.type}`);
      roster = grown.value;
    }
    return roster && { roster, links: [...(seen?.links ?? []), ...fresh] };
  };

  return {
    find: async (org) => {
      const seen = remembered.get(org) ?? null;
      const fresh = await store.rosterLinks(fromHex(org), seen?.links.length ?? 0);
      if (fresh.length === 0) return seen;
      const grown = await grow(seen, fresh);
      const oldest = remembered.keys().next().value;
      if (remembered.size >= mostRemembered && !remembered.has(org) && oldest !== undefined) remembered.delete(oldest);
      if (grown && grown.links.length >= (remembered.get(org)?.links.length ?? 0)) remembered.set(org, grown);
      return grown;
    },
  };
};
