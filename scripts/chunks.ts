/**
 * Which file each part of the app's code lies in. The bundler by itself makes a file of every part that two screens share: over a
 * hundred small ones, each compressed alone and fetched alone. What is loaded together anyway lies together here.
 */
import { join } from 'node:path';
import type { Plugin } from 'vite';

const source = join(import.meta.dirname, '../src');
/** What others wrote changes seldom: in a file of its own it need not be fetched again with every version. */
const libraries = 'libraries';
const start = 'start';

/**
 * Each takes all that its screens need and no earlier one has: in this order nothing is loaded that is not needed. Without a name
 * they stay as the bundler lays them, and what they share with later ones with them.
 */
const files: readonly { readonly name: string | null; readonly screens: readonly string[] }[] = [
  { name: start, screens: ['main.tsx'] },
  { name: null, screens: ['ui/screens/gate/Found.tsx', 'ui/screens/gate/Join.tsx', 'ui/screens/gate/Lost.tsx'] },
  { name: 'engine', screens: ['compose/engine.ts'] },
  {
    // Fetched while the passphrase is typed (src/ui/routes.tsx), so small parts of many screens lie here too.
    name: 'contact',
    screens: [
      'ui/screens/Today.tsx',
      'ui/screens/NewContact.tsx',
      'ui/screens/ContactList.tsx',
      'ui/AcceptedWording.tsx',
      'ui/parts/Sheet.tsx',
      'ui/saveFile.ts',
      // On the worker's phone and at the office: with the latter it would bring all of the office along.
      'ui/screens/sent/setAsideWords.tsx',
    ],
  },
  { name: 'listening', screens: ['ui/screens/checklist/ShowView.tsx', 'ui/screens/PersonLanguagePick.tsx'] },
  { name: 'talk', screens: ['ui/screens/RunChecklist.tsx'] },
  { name: 'person', screens: ['ui/screens/PersonPage.tsx'] },
  { name: 'office', screens: ['ui/screens/office/Inbox.tsx', 'ui/screens/office/OfficeRecord.tsx', 'ui/screens/office/Figures.tsx'] },
];

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}
type Places = Map<string, string | null>;

const fileOf = (id: string, name: string | null): string | null => (name === start && id.includes('/node_modules/') ? libraries : name);

/** A module and all that is loaded with it, but what has a place already. */
const place = (graph: Graph, name: string | null, id: string, places: Places): void => {
  if (places.has(id)) return;
  places.set(id, fileOf(id, name));
  for (const next of graph.getModuleInfo(id)?.importedIds ?? []) place(graph, name, next, places);
};

const placesIn = (graph: Graph): Places => {
  const places: Places = new Map();
  for (const { name, screens } of files) for (const path of screens) place(graph, name, join(source, path), places);
  return places;
};

export const chunks = (): Plugin => {
  let places: Places | null = null;
  const name = (id: string, graph: Graph): string | null => {
    places ??= placesIn(graph);
    return places.get(id) ?? null;
  };
  return {
    name: 'fieldbook:chunks',
    apply: 'build',
    buildStart: () => {
      places = null;
    },
    // Dependencies are followed above, where they stop at what lies in an earlier file.
    config: () => ({
      build: { rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name }] } } } },
    }),
  };
};
