/** The tests look for Caddy the same way as `npm test` does. */
export declare const findCaddy: () => string | undefined;
