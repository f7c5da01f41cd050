/** The office without internet, as deploy/ sets it up: the real Caddy with its own authority, a browser that was told to trust it, and the app behind. */
import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { dropProfile, firstPage, laptop, launchProfile, newProfile, phone } from '../support/browser.ts';
import { startCaddy, statusOver } from '../support/caddy.ts';
import { exchangeNow, newContact } from '../support/field.ts';
import { found, goTo, invite, isOpen, join, letIn } from '../support/gate.ts';
import { startServer } from '../support/process.ts';

test('behind Caddy without internet a phone installs the worker, joins, and sends over HTTPS', async () => {
  const server = await startServer({ env: { TRUST_PROXY: 'on' } });
  const caddy = await startCaddy('Caddyfile.office', `localhost:${server.port}`);
  const [officeDir, fieldDir] = [newProfile(), newProfile()];
  const trusting = { args: [caddy.trusted()] };
  const office = await launchProfile(officeDir, { ...laptop, ...trusting });
  const field = await launchProfile(fieldDir, { ...phone, ...trusting });
  try {
    const [desk, hand] = [await firstPage(office), await firstPage(field)];
    const first = await desk.goto(caddy.origin);
    expect(first?.headers()).toMatchObject({ 'strict-transport-security': expect.stringContaining('max-age') });
    expect(first?.headers()).not.toHaveProperty('server');
    expect(await desk.evaluate(() => isSecureContext)).toBe(true);
    await found(desk, caddy.origin, 'Lantern House (invented)', 'Mina');
    const words = await join(hand, await invite(desk), 'Joon');
    await letIn(desk, words);
    await isOpen(hand);
    expect(await hand.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL)).toBe(`${caddy.origin}/sw.js`);
    await newContact(hand, { language: 'en', note: 'Met at the laundromat' });
    await exchangeNow(hand, 'en');
    await exchangeNow(desk, 'en');
    await goTo(desk, 'inbox');
    await desk.getByText('Joon').first().waitFor();
    expect(server.log()).toMatch(/POST \/api\/sync 200/);
    expect(server.log()).not.toMatch(/127\.0\.0\.1|::1|laundromat/);
  } finally {
    await Promise.all([office.close(), field.close()]);
    await caddy.dispose();
    await server.dispose();
    [officeDir, fieldDir].forEach(dropProfile);
  }
});

test('the authority’s certificate is there to be fetched, and nothing else that lies beside it', async () => {
  const server = await startServer({ env: { TRUST_PROXY: 'on' } });
  const caddy = await startCaddy('Caddyfile.office', `localhost:${server.port}`);
  try {
    const fetched = await fetch(`${caddy.trust}/root.crt`);
    expect(fetched.headers.get('content-type')).toBe('application/x-x509-ca-cert');
    expect(new X509Certificate(await fetched.text()).fingerprint256).toBe(new X509Certificate(caddy.certificate()).fingerprint256);
    for (const path of ['/root.key', '/intermediate.key', '/', '/root.crt/../root.key', '/%2e%2e/root.key'])
      expect((await fetch(`${caddy.trust}${path}`)).status).toBe(404);
    expect(await statusOver(caddy.origin, caddy.certificate())).toBe(200);
    await server.stop();
    expect(await statusOver(caddy.origin, caddy.certificate())).toBe(502);
    await server.start();
    expect(await statusOver(caddy.origin, caddy.certificate())).toBe(200);
    // Somebody else's certificate is not taken, by a phone either.
    await expect(statusOver(caddy.origin, '')).rejects.toThrow(/certificate/);
  } finally {
    await caddy.dispose();
    await server.dispose();
  }
});
