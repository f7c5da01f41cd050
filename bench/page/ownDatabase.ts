/** Stands where Node needs a database in memory: the browser has its own, and that is what is measured. */
export {};
