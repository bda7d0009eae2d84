import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { replaceNonceByHashes } from '@/server/inline-scripts';

const NONCE = 'q83vEjRWeJCrze8SNFZ4kA';
const hash = (content: string) => createHash('sha256').update(content).digest('base64');

describe('a page that many will see', () => {
  it('names each inline script that carried the nonce by its hash', () => {
    const { html, hashes } = replaceNonceByHashes(
      `<script nonce="${NONCE}">a()</script><p>x</p><script id="y" nonce="${NONCE}">b("</p>")</script>`,
      NONCE,
    );
    expect(hashes).toEqual([hash('a()'), hash('b("</p>")')]);
    expect(html).toBe('<script>a()</script><p>x</p><script id="y">b("</p>")</script>');
  });

  it('holds the nonce nowhere any more, the flight data included', () => {
    const flight = `self.__next_f.push([1,"{\\"nonce\\":\\"${NONCE}\\",\\"src\\":\\"/a.js\\"}"])`;
    const { html, hashes } = replaceNonceByHashes(
      `<link rel="preload" as="script" nonce="${NONCE}" href="/a.js"><script nonce="${NONCE}">${flight}</script>`,
      NONCE,
    );
    expect(html).not.toContain(NONCE);
    const script = /<script>(.*)<\/script>/.exec(html)?.[1] ?? '';
    expect(script).toContain('\\"nonce\\":\\"$undefined\\"');
    expect(hashes).toEqual([hash(script)]);
  });

  it.each([
    ['without the nonce', '<script>evil()</script>'],
    ['with another nonce', '<script nonce="guess">evil()</script>'],
    ['that quotes the attribute', `<script title='nonce="x"'>evil()</script>`],
    ['that is left open before one of ours', '<script>evil() '],
    ['in capitals', '<SCRIPT>evil()</SCRIPT>'],
  ])('does not name a script %s', (_, injected) => {
    const ours = `<script nonce="${NONCE}">ours()</script>`;
    const { hashes } = replaceNonceByHashes(`${injected}${ours}`, NONCE);
    expect(hashes).not.toContain(hash('evil()'));
    expect(hashes).not.toContain(hash('evil() '));
    for (const named of hashes) expect(named).toBe(hash('ours()'));
  });

  it('needs no hash for files', () => {
    expect(replaceNonceByHashes(`<script nonce="${NONCE}" src="/a.js"></script>`, NONCE).hashes).toEqual([]);
  });
});
