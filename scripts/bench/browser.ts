import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { settings } from '@/lib/env';

/** Where Linux distributions put Chromium and Chrome. */
const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Opens the machine's Chromium (CHROMIUM_PATH, then the system's, then Playwright's own), which asks for nothing but
 * what the benchmark opens.
 * @param debuggingPort where another tool may steer it
 */
export function openBrowser(debuggingPort?: number): Promise<Browser> {
  const executablePath = settings().CHROMIUM_PATH ?? SYSTEM_BROWSERS.find((path) => existsSync(path));
  return chromium.launch({
    executablePath,
    args: [
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    ],
  });
}
