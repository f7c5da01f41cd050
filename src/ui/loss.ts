/**
 * What a browser has let go of. `notes`: the database, and all that was written. `keys`: the vault; what waits can still be sent.
 * `unreadable`: something is there and does not open. `unsent`: how many notes at most had not been sent; `null` where it can be counted.
 * `setAside`: how many the office could not take, or will not get, because this phone has a twin; they lie here alone, and cannot be
 * opened to be written anew.
 */
export type Loss =
  | { readonly gone: 'notes' | 'unreadable'; readonly unsent: number }
  | { readonly gone: 'keys'; readonly unsent: null; readonly setAside: number };

/** While the notebook is open. `full`: the last reserve is in use. `newer`: another tab runs a newer version. `cleared`: storage was taken away. */
export type StorageTrouble = 'full' | 'newer' | 'cleared';
