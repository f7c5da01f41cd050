/** Draws the app's icons from public/favicon.svg. Run by hand when the drawing changes: `node scripts/icons.mjs`. */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './browser.mjs';
import { giveUp, inProject } from './project.mjs';

const drawing = readFileSync(inProject('public', 'favicon.svg'), 'utf8');
const paper = '#f4efe6';

/** `share`: how much of the side the notebook takes. A maskable icon is cut to a circle of 80 %, so it stands well inside. */
const icons = [
  { name: 'icon-192.png', side: 192, share: 0.86 },
  { name: 'icon-512.png', side: 512, share: 0.86 },
  { name: 'icon-maskable-512.png', side: 512, share: 0.6 },
  { name: 'apple-touch-icon.png', side: 180, share: 0.72 },
];

const pageOf = ({ side, share }) => `<!doctype html><style>
  body { margin: 0; inline-size: ${side}px; block-size: ${side}px; display: grid; place-items: center; background: ${paper}; }
  svg { inline-size: ${Math.round(side * share)}px; block-size: ${Math.round(side * share)}px; }
</style>${drawing}`;

const executablePath = await ensureBrowser();
if (!executablePath) giveUp('No browser to draw with was found; set CHROME_PATH to one.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const icon of icons) {
  const page = await browser.newPage({ viewport: { width: icon.side, height: icon.side } });
  await page.setContent(pageOf(icon));
  await page.screenshot({ path: inProject('public', icon.name) });
  await page.close();
}
await browser.close();
