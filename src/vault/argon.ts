/** Argon2id itself, where a worker or Node calls it. */
import { argon2id } from 'hash-wasm';
import type { Kdf } from './kdf.ts';

export const argonKdf: Kdf = async (passphrase, { memory, passes, salt }) =>
  new Uint8Array(
    await argon2id({
      password: passphrase,
      salt,
      memorySize: memory,
      iterations: passes,
      parallelism: 1,
      hashLength: 32,
      outputType: 'binary',
    }),
  );
