/** What the endpoint says of itself, before anybody logs in. */
import * as v from 'valibot';

const Health = v.looseObject({ status: v.literal('ok'), protocol: v.number(), invented: v.optional(v.boolean()) });

/** `null` when nothing of ours answered. `invented`: the organisation there is made up, for trying things out. */
export const askHealth = async (deps: {
  readonly fetch: typeof fetch;
  readonly origin: string;
}): Promise<{ readonly invented: boolean } | null> => {
  try {
    const response = await deps.fetch(`${deps.origin}/api/health`, { cache: 'no-store', credentials: 'omit' });
    const health = v.safeParse(Health, await response.json());
    return health.success ? { invented: health.output.invented === true } : null;
  } catch {
    // No connection, or a page that is not ours: the app works without knowing.
    return null;
  }
};
