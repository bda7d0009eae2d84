import { afterEach, describe, expect, it } from 'vitest';
import { clientAddress, networkOf } from '@/lib/abuse/client-address';
import { forgetSettings } from '@/lib/env';

function ask(socket: string | null, forwarded: string | null, proxies = ''): string | null {
  process.env.TRUSTED_PROXIES = proxies;
  forgetSettings();
  const headers = new Headers();
  if (socket !== null) headers.set('x-client-address', socket);
  if (forwarded !== null) headers.set('x-forwarded-for', forwarded);
  return clientAddress(headers);
}

afterEach(() => {
  delete process.env.TRUSTED_PROXIES;
  forgetSettings();
});

describe('the address of who asks', () => {
  it.each([
    ['without proxies, what a visitor says of himself is not believed', '203.0.113.9', '198.51.100.1', '', '203.0.113.9'],
    ['of a proxy that is not trusted, the same', '203.0.113.9', '198.51.100.1', '10.0.0.0/8', '203.0.113.9'],
    ['a trusted proxy tells', '10.0.0.2', '203.0.113.9', '10.0.0.0/8', '203.0.113.9'],
    ['what stands further left was written by the visitor', '10.0.0.2', '1.2.3.4, 203.0.113.9', '10.0.0.0/8', '203.0.113.9'],
    ['a chain of trusted proxies is walked through', '10.0.0.2', '1.2.3.4, 203.0.113.9, 10.9.9.9', '10.0.0.0/8', '203.0.113.9'],
    ['a visitor cannot put a trusted address in front', '10.0.0.2', '10.0.0.5, 203.0.113.9', '10.0.0.0/8', '203.0.113.9'],
    ['everybody is a proxy: the farthest', '10.0.0.2', '10.0.0.5', '10.0.0.0/8', '10.0.0.5'],
    ['a proxy that says nothing', '10.0.0.2', null, '10.0.0.0/8', '10.0.0.2'],
    ['a proxy that says nonsense', '10.0.0.2', 'unknown', '10.0.0.0/8', '10.0.0.2'],
    ['a single proxy by its address', '192.0.2.1', '203.0.113.9', '192.0.2.1', '203.0.113.9'],
    ['IPv4 that came as IPv6', '::ffff:203.0.113.9', null, '', '203.0.113.9'],
    ['IPv4 that came as IPv6, in hexadecimal', '::ffff:cb00:7109', null, '', '203.0.113.9'],
    ['a trusted proxy that came as IPv6', '::ffff:10.0.0.2', '203.0.113.9', '10.0.0.0/8', '203.0.113.9'],
    ['a trusted proxy of IPv6', 'fd00::1', '2001:db8::7', 'fd00::/8', '2001:db8::7'],
    ['this machine, both ways', '::1', '203.0.113.9', '127.0.0.1, ::1', '203.0.113.9'],
    ['a port behind the address', '10.0.0.2', '203.0.113.9:51234', '10.0.0.2', '203.0.113.9'],
    ['brackets and a port', '10.0.0.2', '[2001:DB8::7]:443', '10.0.0.2', '2001:db8::7'],
    ['a zone', 'fe80::1%eth0', null, '', 'fe80::1'],
    ['a very long made-up list', '10.0.0.2', `${'1.1.1.1, '.repeat(5_000)}203.0.113.9`, '10.0.0.2', '203.0.113.9'],
  ])('%s', (_, socket, forwarded, proxies, expected) => expect(ask(socket, forwarded, proxies)).toBe(expected)); // biome-ignore format: a table

  it('is unknown where no server of ours hands it on', () => expect(ask(null, '203.0.113.9', '')).toBeNull());
});

describe('the network that limits count by', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:0:0:0:9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});
