import { sha256 } from './primitives.ts';

/** What stands in the app's page itself and may run there (scripts/firstInPage.ts writes it), as the policy names it: by its digest. */
const digestsOf = (page: string, element: 'script' | 'style'): readonly string[] =>
  [...page.matchAll(new RegExp(`<${element}(?![^>]*\\ssrc=)[^>]*>([^]*?)</${element}>`, 'g'))].map(
    ([, text = '']) => `'sha256-${Buffer.from(sha256(Buffer.from(text))).toString('base64')}'`,
  );

/** The app may load its own parts and nothing else in the world. `page`: the HTML it goes out with; nothing may run in anything else. */
export const contentSecurityPolicy = (page: string): string =>
  [
    "default-src 'none'",
    // WASM is needed for Argon2id alone.
    ["script-src 'self' 'wasm-unsafe-eval'", ...digestsOf(page, 'script')].join(' '),
    ["style-src 'self'", ...digestsOf(page, 'style')].join(' '),
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    // The one policy the app makes, for the addresses of its own workers.
    'trusted-types fieldbook',
  ].join('; ');

/** The headers on everything that leaves the endpoint. */
const strictHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy(''),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Camera: for the codes of invitations. Microphone: for supervisors reading checklists aloud (docs/decisions/0022), nowhere else.
  'permissions-policy':
    'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), accelerometer=(), gyroscope=(), magnetometer=(), display-capture=(), browsing-topics=()',
};

/** Only where the visitor really came by HTTPS: over plain HTTP on a local network it would be a promise nobody keeps. */
const strictTransport = 'max-age=63072000; includeSubDomains';

/** A page brings its own policy, which lets run what stands in it. */
export const withStrictHeaders = (response: Response, byHttps: boolean): Response => {
  const own = response.headers.get('content-security-policy');
  for (const [name, value] of Object.entries(strictHeaders)) response.headers.set(name, value);
  if (own !== null) response.headers.set('content-security-policy', own);
  if (byHttps) response.headers.set('strict-transport-security', strictTransport);
  return response;
};
