/** What a browser on another machine would be refused at this address, and what to do about it: told at the start, before somebody finds out in the field. */
const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

/** `null` where nothing needs to be said. */
export const plainHttpWarning = ({ host, trustProxy }: { readonly host: string; readonly trustProxy: boolean }): string | null =>
  isLoopback(host) || trustProxy
    ? null
    : 'This address can be reached from other machines by plain HTTP, where browsers allow neither working offline nor sealing: phones can do nothing here. ' +
      'Put a proxy with a certificate in front and set TRUST_PROXY=on; deploy/README.md says how, also for an office without internet.';
