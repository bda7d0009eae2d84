import { isIPv6 } from 'node:net';

/** Header in which our Node server hands on the address of the connection (or of a trusted proxy's visitor). */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';

/**
 * Where a request comes from. Reads the one header that server/listener.ts sets and that it deletes from whatever a
 * visitor sent; X-Forwarded-For and its like are never read, because a visitor can write them.
 */
export function clientAddress(headers: Headers): string {
  return headers.get(CLIENT_ADDRESS_HEADER)?.trim().toLowerCase() || 'unknown';
}

/** The address as limits count it: one subscriber has a whole /64 of IPv6. */
export function addressForLimits(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = !tail ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
