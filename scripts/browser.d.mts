/** The tests and the tools look for a browser the same way as `npm test` does. */
export declare const findBrowser: () => Promise<string | undefined>;
