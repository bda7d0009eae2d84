import { test as base, expect } from '@playwright/test';

export { expect };

interface Expectations {
  /** Console errors that this test brings about on purpose. */
  expectedErrors: RegExp[];
  /**
   * Fails the test on any other console error (a breach of the content security policy is one), on an uncaught error
   * and on a request to a third party.
   */
  quietPage: undefined;
}

/** The test of every end-to-end spec: Playwright's own, which also fails when the page complains. */
export const test = base.extend<Expectations>({
  expectedErrors: [[], { option: true }],
  quietPage: [
    async ({ context, baseURL, expectedErrors }, use) => {
      const complaints: string[] = [];
      const home = new URL(baseURL ?? 'http://localhost').origin;
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (/^https?:$/.test(protocol) && origin !== home) complaints.push(`A request left the site: ${request.url()}`);
      });
      await use(undefined);
      const unexpected = complaints.filter((text) => !expectedErrors.some((expected) => expected.test(text)));
      expect(unexpected, 'the page should not complain').toEqual([]);
    },
    { auto: true },
  ],
});
