import 'server-only';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { settings } from '@/lib/env';

/** Header by which server/listener.ts hands on the socket's address; what a visitor sends under this name is deleted there. */
export const SOCKET_ADDRESS_HEADER = 'x-client-address';

/** More hops than any set-up of proxies has; a longer list is made up. */
const MOST_HOPS = 20;

/**
 * Who asks: the socket's address, or, when that is one of the proxies in TRUSTED_PROXIES, the nearest address of
 * `X-Forwarded-For` that is not. What stands further left was written by the visitor and is never believed.
 * @returns an IPv4 or IPv6 address (an IPv4 one that came as IPv6 is IPv4); null when nobody knows, as in development
 */
export function clientAddress(headers: Headers, socketAddress = headers.get(SOCKET_ADDRESS_HEADER)): string | null {
  let nearest = readAddress(socketAddress ?? '');
  if (nearest === null) return null;
  const proxies = trustedProxies(settings().TRUSTED_PROXIES);
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').slice(-MOST_HOPS);
  while (proxies.check(nearest, isIPv6(nearest) ? 'ipv6' : 'ipv4')) {
    const hop = readAddress(hops.pop() ?? '');
    // A proxy that says nothing, or nonsense, is all that is known.
    if (hop === null) return nearest;
    nearest = hop;
  }
  return nearest;
}

/**
 * What of an address the limits count by: IPv4 as it is; of IPv6 the first 64 bits, since one household or one rented machine
 * has the rest to itself.
 */
export function networkOf(address: string): string {
  return isIPv6(address) ? `${expandIPv6(address).slice(0, 4).join(':')}::/64` : address;
}

let known: { list: string; proxies: BlockList } | undefined;

/** The setting as something that can be asked; made anew only when it changes. */
function trustedProxies(list: string): BlockList {
  if (known?.list === list) return known.proxies;
  const proxies = new BlockList();
  for (const entry of list.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [written = '', bits] = entry.split('/');
    const family = isIPv6(written) ? 'ipv6' : 'ipv4';
    if (bits === undefined) proxies.addAddress(written, family);
    else proxies.addSubnet(written, Number(bits), family);
  }
  known = { list, proxies };
  return proxies;
}

/** An address out of one hop of a list: a port, brackets and a zone may hang on it. null when it is none. */
function readAddress(written: string): string | null {
  const text = written.trim().replace(/^"|"$/g, '');
  const bare = (
    /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1] ??
    /^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/.exec(text)?.[1] ??
    text
  ).replace(/%.*$/, '');
  if (isIP(bare) === 0) return null;
  if (!isIPv6(bare)) return bare;
  const groups = expandIPv6(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff';
  return isMapped ? toIPv4(groups[6] ?? '0', groups[7] ?? '0') : bare.toLowerCase();
}

/** The eight groups of an IPv6 address, hexadecimal, without zeros in front. */
function expandIPv6(address: string): string[] {
  // The URL parser writes the last 32 bits in hexadecimal, and shortens the one longest run of zeros.
  const shortest = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = shortest.split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}

function toIPv4(high: string, low: string): string {
  const bits = Number.parseInt(high, 16) * 0x10000 + Number.parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 0xff).join('.');
}
