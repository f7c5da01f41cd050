/**
 * Everything being typed on this page. Before the notebook locks, or a new version reloads the page, all of it is kept first.
 * One page has one of these; drafts register themselves while their screen stands.
 */
export interface OpenDrafts {
  /** Takes part in keepAll until the returned function is called. */
  readonly add: (keep: () => Promise<void>) => () => void;
  /** Resolves when everything is on disk, or was refused; never rejects. */
  readonly keepAll: () => Promise<void>;
}

export const createOpenDrafts = (): OpenDrafts => {
  const open = new Set<() => Promise<void>>();
  return {
    add: (keep) => {
      open.add(keep);
      return () => open.delete(keep);
    },
    keepAll: async () => {
      await Promise.allSettled([...open].map((keep) => keep()));
    },
  };
};

export const openDrafts = createOpenDrafts();
