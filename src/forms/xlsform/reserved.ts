/**
 * Words that every object of JavaScript already has. A list, column or language so called gets one more stroke, so that no
 * look-up by name anywhere finds something that nobody wrote.
 */
const reserved = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

export const safeKey = (name: string): string => (reserved.has(name) ? `${name}_` : name);
