import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Has axe read the page as it stands, in light and in dark, and looks that it does not scroll sideways. What a page is made
 * of is the same in both themes, so that in the dark only the contrasts are read again.
 * @param what names the page in the failure
 */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  await page.waitForLoadState();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await faultsIn(axeOn(page).withTags(RULES)), `${what}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await faultsIn(axeOn(page).withRules(['color-contrast'])), `${what}, dark`).toEqual([]);
  await expectToFit(page, what);
}

/**
 * The same of a page that another script has read already: language, names and structure are its own, the colours are those
 * of the style sheet, whatever the script.
 */
export async function expectAccessibleWords(page: Page, what = page.url()): Promise<void> {
  await page.waitForLoadState();
  const axe = axeOn(page).withTags(RULES).disableRules(['color-contrast']);
  expect(await faultsIn(axe), what).toEqual([]);
  await expectToFit(page, what);
}

/** `expectAccessible` on a phone; on a screen the page has to fit as well. */
export async function expectAccessibleAtAllWidths(page: Page, phone = 360): Promise<void> {
  await page.setViewportSize({ width: phone, height: 780 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expectToFit(page, page.url());
}

async function expectToFit(page: Page, what: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${what} must not scroll sideways`).toBeLessThanOrEqual(0);
}

/** There are no frames of other sites here, for which axe would open a page more each time; of what passes nothing is written. */
const axeOn = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

async function faultsIn(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
