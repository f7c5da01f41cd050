/** The real endpoint with one more door, which only the demo has: it hands out devices of invented people. */

import { type Answer, refuse, refuseFor, toResponse } from '../server/answers.ts';
import type { App } from '../server/app.ts';
import { type Buckets, perMinute } from '../server/buckets.ts';
import { comesFromElsewhere, isPlainCbor, readBody } from '../server/door.ts';
import { withStrictHeaders } from '../server/headers.ts';
import { ok } from '../src/domain/result.ts';
import { demoDevicePath, encodeDemoDevicePack, parseDemoDeviceAsk } from '../src/protocol/demoDevice.ts';
import type { Minting } from './minting.ts';

/** Each costs a derived key and a link in the roster. */
const devicesPerMinute = 30;

const answerDevice = async (request: Request, mint: Minting, asked: Buckets): Promise<Answer> => {
  if (request.method !== 'POST') return refuse('not-found');
  if (comesFromElsewhere(request, false)) return refuse('foreign-origin');
  if (!isPlainCbor(request)) return refuse('wrong-content');
  const body = await readBody(request, { most: 1024, idleMs: 10_000 });
  if (!body.ok) return body;
  const ask = parseDemoDeviceAsk(body.value);
  if (!ask.ok) return refuse('malformed');
  const wait = asked.take('everybody');
  if (wait > 0) return refuseFor(wait);
  const minted = await mint(ask.value);
  if (minted.ok) return ok(encodeDemoDevicePack(minted.value));
  return refuse(minted.failure.type === 'nobody' ? 'not-found' : 'internal');
};

export const withDemoDoor = (app: App, mint: Minting): App => {
  const asked = perMinute(devicesPerMinute, Date.now);
  return async (request, caller) => {
    if (new URL(request.url).pathname !== demoDevicePath) return app(request, caller);
    return withStrictHeaders(toResponse(await answerDevice(request, mint, asked)), false);
  };
};
