/**
 * A browser that is asked for nothing but what a measure needs. A driver for tests keeps a world and scripts of its own in every
 * page, on which a slowed page spends a tenth of its start; no phone has those.
 */
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { browserPath, phone, quiet } from '../tests/support/browser.ts';

/** Commands of the DevTools protocol, by name; what they answer is not looked at more closely than it is used. */
export type Send = <T = unknown>(method: string, params?: object) => Promise<T>;
type Heard = (event: { readonly method: string; readonly params: unknown }) => void;

export interface PlainPage {
  readonly send: Send;
  /** Called with what the page tells, as it told it (`plainTell(text)` in the page). */
  readonly onTold: (heard: (told: string) => void) => void;
  readonly goTo: (address: string) => Promise<void>;
  /** Into the field that has the focus, and off. */
  readonly typeAndEnter: (text: string) => Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: unknown;
}

/** Messages over the two pipes, each ended by a zero. */
const overPipes = (to: Writable, from: Readable) => {
  const waiting = new Map<number, { readonly done: (result: unknown) => void; readonly failed: (problem: Error) => void }>();
  const hearing = new Set<Heard>();
  let [last, rest] = [0, ''];
  const take = ({ id, result, error, method, params }: Answer): void => {
    if (method !== undefined) for (const heard of hearing) heard({ method, params });
    const asked = id === undefined ? undefined : waiting.get(id);
    if (id !== undefined) waiting.delete(id);
    if (error) asked?.failed(new Error(error.message));
    else asked?.done(result);
  };
  from.setEncoding('utf8').on('data', (piece: string) => {
    const messages = (rest + piece).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) take(JSON.parse(message) as Answer);
  });
  const ask = (method: string, params: object, sessionId?: string): Promise<unknown> =>
    new Promise((done, failed) => {
      last += 1;
      waiting.set(last, { done, failed });
      to.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  return { ask, hear: (heard: Heard) => void hearing.add(heard) };
};

const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };

/** The first page of a browser on this profile, slowed and sized by whoever measures; the browser ends with the work. */
export const openPlainly = async <T>(profile: string, before: string, work: (page: PlainPage) => Promise<T>): Promise<T> => {
  const args = [...quiet, '--headless=new', '--lang=en-US', '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'];
  const browser = spawn(await browserPath(), args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((done) => browser.once('close', () => done()));
  const { ask, hear } = overPipes(browser.stdio[3] as Writable, browser.stdio[4] as Readable);
  const { targetInfos } = (await ask('Target.getTargets', {})) as { readonly targetInfos: readonly { targetId: string; type: string }[] };
  const targetId = targetInfos.find(({ type }) => type === 'page')?.targetId;
  const { sessionId } = (await ask('Target.attachToTarget', { targetId, flatten: true })) as { readonly sessionId: string };
  const send: Send = async <R>(method: string, params: object = {}) => (await ask(method, params, sessionId)) as R;
  try {
    await send('Emulation.setDeviceMetricsOverride', { width: phone.width, height: phone.height, deviceScaleFactor: 2, mobile: true });
    await send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await send('Runtime.enable');
    await send('Runtime.addBinding', { name: 'plainTell' });
    await send('Page.enable');
    await send('Page.addScriptToEvaluateOnNewDocument', { source: before });
    return await work({
      send,
      onTold: (heard) =>
        hear(({ method, params }) => {
          if (method === 'Runtime.bindingCalled') heard((params as { readonly payload: string }).payload);
        }),
      goTo: async (address) => void (await send('Page.navigate', { url: address })),
      typeAndEnter: async (text) => {
        await send('Input.insertText', { text });
        await send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
        await send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
      },
    });
  } finally {
    await ask('Browser.close', {}).catch(() => undefined);
    await ended;
  }
};
