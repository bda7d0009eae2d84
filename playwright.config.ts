import { defineConfig, devices } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './scripts/setup/browser.mjs';

const executablePath = (await findBrowser()) ?? undefined;

/** End-to-end tests: a real Chromium against the production build, which the global setup serves on a free port. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/support/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 45_000,
  expect: { timeout: 10_000 },
  // What fails once on a machine that does something else meanwhile is tried again; the run names it at its end.
  retries: 1,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.E2E_BASE_URL,
    locale: 'sr-Latn-RS',
    timezoneId: 'Europe/Belgrade',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    // A trace of every test costs a fifth of the run.
    trace: 'on-first-retry',
    launchOptions: { executablePath, args: BROWSER_ARGS },
  },
  projects:
    process.env.HANDBOOK_PICTURES === '1'
      ? [{ name: 'handbook', testMatch: 'handbook-pictures.spec.ts' }]
      : [
          { name: 'chromium', testIgnore: ['no-js/**', 'readme-screenshots.spec.ts', 'handbook-pictures.spec.ts'] },
          { name: 'without JavaScript', testMatch: 'no-js/**/*.spec.ts', use: { javaScriptEnabled: false } },
          // The pictures of README and handbook change with every run, so they are made only when asked for.
          ...(process.env.README_SCREENSHOTS === '1'
            ? [{ name: 'README', testMatch: 'readme-screenshots.spec.ts' }]
            : []),
        ],
});
