import { test as base, expect } from '@playwright/test';

export { expect };

/** What the browser reported during a test. */
interface Observed {
  /** Hosts that were asked for something. */
  hosts: Set<string>;
  /** Console errors and uncaught exceptions. */
  errors: string[];
}

/** Every test fails on an error in the console and on a request that leaves for another host. */
export const test = base.extend<{ observed: Observed }>({
  observed: [
    async ({ page, baseURL }, use) => {
      const observed: Observed = { hosts: new Set(), errors: [] };
      page.on('console', (message) => {
        if (message.type() === 'error') observed.errors.push(message.text());
      });
      page.on('pageerror', (error) => observed.errors.push(String(error)));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') || url.protocol.startsWith('ws')) observed.hosts.add(url.host);
      });
      await use(observed);
      expect(observed.errors, 'errors in the console').toEqual([]);
      const own = baseURL ? new URL(baseURL).host : '';
      expect([...observed.hosts].filter((host) => host !== own), 'hosts of third parties').toEqual([]);
    },
    { auto: true },
  ],
});
