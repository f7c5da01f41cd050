/** The app around the wording of one text, with a worker and two supervisors of an invented office, for stories about putting it right. */
import { Route, Router } from 'preact-iso';
import type { ToWrite } from '../../src/domain/entry.ts';
import { sumOf } from '../../src/domain/sum.ts';
import { proposalEntry } from '../../src/domain/wordingEntries.ts';
import { type Proposed, proposalsIn } from '../../src/domain/wordingProposals.ts';
import { currentLanguage, needWords, personLanguage, setLanguage } from '../../src/i18n/language.ts';
import { setBetterWords } from '../../src/i18n/layOver.ts';
import { loadWords } from '../../src/i18n/load.ts';
import AcceptedWording from '../../src/ui/AcceptedWording.tsx';
import { hideToast, Toasts } from '../../src/ui/parts/Toast.tsx';
import Translating from '../../src/ui/screens/better/Translating.tsx';
import InformationCard from '../../src/ui/screens/InformationCard.tsx';
import Settings from '../../src/ui/screens/Settings.tsx';
import Wording from '../../src/ui/screens/wording/Wording.tsx';
import { TopBar } from '../../src/ui/shell/TopBar.tsx';
import { setTranslating, translating, wanted } from '../../src/ui/translating.ts';
import { type Drawn, draw, settled } from './drawn.tsx';
import { createFakeFieldbook, type FakeNotebook, nextId } from './fakeFieldbook.ts';
import { say } from './say.ts';

export const [en, ko] = [say('en'), say('ko')];
export const words = (): string => document.body.textContent ?? '';

/** The last words of the information card. */
export const key = 'directory:card.thanks';
export const english = en(key);
export const linh = { person: 'a2'.repeat(16), name: 'Linh Tran', role: 'worker', devices: ['d2'.repeat(16)] } as const;
export const arif = { person: 'a3'.repeat(16), name: 'Arif', role: 'supervisor', devices: ['d3'.repeat(16)] } as const;

const App = ({ notebook }: { readonly notebook: FakeNotebook }) => (
  <>
    <AcceptedWording notebook={notebook} />
    {translating.value && <Translating path={location.pathname} />}
    <TopBar />
    <Router>
      <Route path="/card" component={InformationCard} />
      <Route path="/settings" component={Settings} />
      <Route path="/wording" component={Wording} />
    </Router>
    <Toasts />
  </>
);

let drawn: Drawn | undefined;
export const opens = async (path: string, notebook: FakeNotebook): Promise<void> => {
  await drawn?.gone();
  history.replaceState(null, '', path);
  drawn = await draw(<App notebook={notebook} />, createFakeFieldbook(notebook));
  await settled(20);
};

export const proposing = (text: string, note?: string, which = key): ToWrite =>
  proposalEntry({ language: 'ko', key: which, text, was: ko(which), source: sumOf(en(which)), ...(note ? { note } : {}) }, nextId);
export const proposalsOf = ({ recordsOf }: FakeNotebook): readonly Proposed[] => proposalsIn(recordsOf);

export const begin = async (): Promise<void> => {
  await draw(null);
  await needWords(['office', 'library', 'checklists', 'directory']);
  for (const tag of ['en', 'ko']) await loadWords(tag, ['directory']);
  wanted.value = null;
  setTranslating(false);
};
export const end = async (): Promise<void> => {
  await drawn?.gone();
  hideToast();
  setBetterWords(new Map());
  personLanguage.value = null;
  if (currentLanguage.peek() !== 'en') await setLanguage('en');
};
