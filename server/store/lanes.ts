/**
 * Work of one name has only so many lanes; what comes more waits here and not on a connection. Without it the batches of one
 * organisation, each waiting for its counter, would hold every connection there is, and all the others would wait too.
 */
export type Lanes = <T>(name: string, work: () => Promise<T>) => Promise<T>;

interface Road {
  busy: number;
  readonly waiting: (() => void)[];
}

export const lanes = (most: number): Lanes => {
  const roads = new Map<string, Road>();

  const enter = (name: string): Promise<void> | undefined => {
    const road = roads.get(name) ?? { busy: 0, waiting: [] };
    roads.set(name, road);
    if (road.busy >= most) return new Promise((turn) => road.waiting.push(turn));
    road.busy += 1;
    return undefined;
  };

  /** The lane is handed on, so that nobody comes in between. */
  const leave = (name: string): void => {
    const road = roads.get(name);
    const next = road?.waiting.shift();
    if (next) next();
    else if (road) road.busy -= 1;
    if (road?.busy === 0) roads.delete(name);
  };

  return async (name, work) => {
    await enter(name);
    try {
      return await work();
    } finally {
      leave(name);
    }
  };
};
