/** The tests and the bench look for PostgreSQL the same way as `npm test` does. */
export declare const findPostgres: () => string | undefined;
