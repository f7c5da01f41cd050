/** The one Trusted Types policy there is: script addresses of our own origin, for workers and the service worker. Nothing else is ever trusted. */
interface Policy {
  readonly createScriptURL: (url: string) => unknown;
}
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => Policy;
}

const ownAddress = (url: string): string => {
  if (new URL(url, location.href).origin !== location.origin) throw new Error('a script address of another origin');
  return url;
};

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('fieldbook', { createScriptURL: ownAddress });

/** Where the browser has Trusted Types this is a TrustedScriptURL, which every API that takes a script address takes as a string. */
export const trustedUrl = (url: string): string => (policy ? (policy.createScriptURL(url) as string) : ownAddress(url));
