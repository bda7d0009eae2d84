import preload from '@/assets/fonts/preload.json';
import type { Locale } from '@/lib/i18n/locales';

/** Preloads the cuts of the typefaces that the first screen of a page in this script is set in. */
export function FontPreloads({ locale }: { locale: Locale }) {
  const script = locale === 'sr-Cyrl' ? 'cyrillic' : locale === 'en' ? 'latin' : 'serbianLatin';
  return preload[script].map((file) => (
    <link key={file} rel="preload" as="font" type="font/woff2" href={`/fonts/${file}`} crossOrigin="anonymous" />
  ));
}
