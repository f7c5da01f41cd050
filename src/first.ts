/** The first that is loaded: the styles, and the lock where one was kept. The app itself comes behind it. */
import './ui/styles/base.css';
import './ui/styles/inputs.css';
import './ui/styles/parts.css';
import './ui/styles/shell.css';
import './ui/styles/page.css';
import './ui/styles/gate.css';
import './i18n/scripts.css';
import { drawKeptLock } from './ui/keptLock.ts';

const bringApp = () => import('./main.tsx');
/** Where a lock belongs: an invitation or a demonstration opened on this phone is something else. */
const isElsewhere = /^\/(?:join|start|demo\/.*)$/.test(location.pathname);
const root = document.querySelector('#app');

if (!isElsewhere && root && document.visibilityState === 'visible' && drawKeptLock(root)) {
  // On the screen first, and then the work.
  requestAnimationFrame(() => setTimeout(() => void bringApp()));
} else void bringApp();
