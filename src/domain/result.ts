/** A failure we expect is a value; bugs are exceptions. See docs/architecture.md. */
export type Result<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const failed = <F>(failure: F): { readonly ok: false; readonly failure: F } => ({ ok: false, failure });

/** For the last case of a switch over a closed union: compiles only when every case was answered. */
export const never = (value: never): never => {
  throw new Error(`unreachable case ${typeof value}`);
};
