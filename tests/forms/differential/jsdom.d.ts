declare module 'jsdom' {
  /** As much of it as the other engine needs. */
  export class JSDOM {
    constructor(html: string);
    readonly window: Readonly<Record<string, unknown>>;
  }
}
