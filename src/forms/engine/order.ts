/** Puts whoever is read before whoever reads, and finds the circles: Tarjan's strongly connected components, without recursion. */

/** For each place, the places it reads. */
export type Edges = readonly (readonly number[])[];

/** Components in an order in which everything read comes first. */
export const componentsOf = (edges: Edges): readonly (readonly number[])[] => {
  /** When a place was come to, from 1, and the earliest place still open that can be reached from it. */
  const seen = new Int32Array(edges.length);
  const low = new Int32Array(edges.length);
  const nextEdge = new Int32Array(edges.length);
  const open: number[] = [];
  const components: number[][] = [];
  let clock = 0;

  const leave = (place: number): void => {
    if (low[place] !== seen[place]) return;
    const members = open.splice(open.lastIndexOf(place));
    // Whoever reads them later does not reach anything open by it.
    for (const member of members) low[member] = edges.length + 1;
    components.push(members);
  };
  const walkFrom = (start: number): void => {
    const trail = [start];
    for (let place = trail.at(-1); place !== undefined; place = trail.at(-1)) {
      if (!seen[place]) {
        seen[place] = low[place] = ++clock;
        open.push(place);
      }
      const target = edges[place]?.[nextEdge[place] ?? 0];
      if (target === undefined) leave(trail.pop() ?? place);
      else if (!seen[target]) trail.push(target);
      else {
        low[place] = Math.min(low[place] ?? 0, low[target] ?? 0);
        nextEdge[place] = (nextEdge[place] ?? 0) + 1;
      }
    }
  };
  for (const place of edges.keys()) if (!seen[place]) walkFrom(place);
  return components;
};
