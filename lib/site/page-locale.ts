import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import { freshWords } from '@/lib/content/queries';
import { isLocale, type Locale } from '@/lib/i18n/locales';

/** The locale of a page's parameters, with the words that staff wrote in force; a first segment that is none of ours is an address that does not exist. */
export async function pageLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  freshWords();
  setRequestLocale(locale);
  return locale;
}
