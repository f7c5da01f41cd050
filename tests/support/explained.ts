/** When a story in a browser fails, everything that could say why goes into the error: text, console, worker, a picture. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** The last lines of the consoles of all pages of this context, from now on. */
export const listenTo = (context: BrowserContext): readonly string[] => {
  const lines: string[] = [];
  const heard = (line: string) => {
    lines.push(line);
    if (lines.length > 40) lines.shift();
  };
  context.on('console', (message) => heard(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => heard(`uncaught: ${error.error().message}`));
  context.on('requestfailed', (request) => heard(`not loaded: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  return lines;
};

const within = <T>(answer: Promise<T>, otherwise: string): Promise<T | string> =>
  Promise.race([answer.catch((problem: unknown) => String(problem)), new Promise<string>((late) => setTimeout(late, 5000, otherwise))]);

const workerState = (page: Page) =>
  page.evaluate(async () => {
    const held = await navigator.serviceWorker.getRegistration();
    return [
      `controlled: ${navigator.serviceWorker.controller !== null}`,
      `installing: ${held?.installing?.state}`,
      `waiting: ${held?.waiting?.state}`,
      `active: ${held?.active?.state}`,
      `databases: ${(await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`).join()}`,
    ].join(', ');
  });

const seenOn = async (page: Page): Promise<string> => {
  const picture = join(mkdtempSync(join(tmpdir(), 'fieldbook-failed-')), 'screen.png');
  const [text, worker, pictured] = await Promise.all([
    within(page.evaluate<string>('document.body.innerText'), 'the page does not answer'),
    within(workerState(page), 'the page does not answer'),
    within(
      page.screenshot({ path: picture, timeout: 4000 }).then(() => picture),
      'no picture came',
    ),
  ]);
  return `at ${page.url()}\nthe screen says: ${text}\nits worker: ${worker}\na picture: ${pictured}`;
};

/** Does the step; if it fails, the error says what was to be seen just then. */
export const explained = async <T>(
  step: string,
  page: Page,
  lines: readonly string[],
  work: () => Promise<T>,
  log = () => '',
): Promise<T> => {
  try {
    return await work();
  } catch (problem) {
    const seen = page.isClosed() ? 'the page is closed' : await seenOn(page);
    throw new Error(
      `${step}: ${problem instanceof Error ? problem.message : String(problem)}\n${seen}\n${lines.join('\n')}\n${log().split('\n').slice(-20).join('\n')}`,
      {
        cause: problem,
      },
    );
  }
};
