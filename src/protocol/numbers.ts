/** The numbers both ends agree on. A protocol number leaves the list only by a written decision: a phone may come back after months. */
export const protocolNumber = 2;
export const protocolsWeSpeak = [1, 2] as const;
/** What an entry's header says. Entries look as they did in protocol 1, so those who only read them need no update. */
export const entryProtocol = 1;

/** AES-256-GCM, HPKE DHKEM(P-256, HKDF-SHA256), ECDSA P-256 with SHA-256, dictionary 1. */
export const suiteNumber = 1;

export const maxEntriesPerBatch = 500;
/** Bytes of one request body; the server refuses more with 413. */
export const maxBatchBytes = 1 << 20;
/** Bytes of one sealed entry, header included. */
export const maxEntryBytes = 256 << 10;
/** Bytes of the sealed entries in one page of an answer. */
export const maxPageBytes = 1 << 20;
export const maxEntriesPerPage = 1000;

export const invitationHours = 72;
export const wrongGuessesPerInvitation = 5;
/** A session token's life. Short, because a device can always sign a fresh challenge. */
export const sessionMinutes = 30;
export const challengeSeconds = 120;
