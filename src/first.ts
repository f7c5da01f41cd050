/**
 * The first that runs: the styles, and the lock where one was kept. The app itself comes behind it. The build writes both into the
 * page (scripts/firstInPage.ts), so that nothing else is asked for before the lock stands.
 */
import './ui/styles/base.css';
import './ui/styles/inputs.css';
import './ui/styles/parts.css';
import './ui/styles/shell.css';
import './ui/styles/page.css';
import './ui/styles/gate.css';
import './i18n/scripts.css';
import { drawKeptLock } from './ui/keptLock.ts';

/** The app's first file and those it begins with, as the build laid them; in the tree, its source. */
const files: readonly string[] = JSON.parse(import.meta.env.VITE_APP_FILES ?? '["/src/main.tsx"]');

/** All asked for at once, where one would only name the next. As plain scripts: scripts/compiledOnce.ts says why. */
const bringApp = (): void => {
  const [app = '', ...others] = files;
  for (const href of others)
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', crossOrigin: '', href }));
  void import(/* @vite-ignore */ app);
};
/** Where a lock belongs: an invitation or a demonstration opened on this phone is something else. */
const isElsewhere = /^\/(?:join|start|demo\/.*)$/.test(location.pathname);
const root = document.querySelector('#app');

if (!isElsewhere && root && document.visibilityState === 'visible' && drawKeptLock(root)) {
  // On the screen first, and then the work: with the frame behind the one in which it stands.
  requestAnimationFrame(() => requestAnimationFrame(bringApp));
} else bringApp();
