/** What the bench asks its page to do. Everything is the app's own code, or a plain floor to compare it with. */
import * as plain from './plain.ts';
import * as reading from './reading.ts';
import * as sealed from './sealed.ts';

const page = { sealed, plain, reading };
export type BenchPage = typeof page;

declare global {
  interface Window {
    bench: BenchPage;
  }
}
window.bench = page;
