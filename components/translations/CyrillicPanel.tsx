import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { checkCyrillic } from '@/lib/translations/cyrillic';

/** How the Serbian text stands in Cyrillic, which nobody writes, and what of it stays in Latin. */
export function CyrillicPanel({ locale, texts }: { locale: Locale; texts: readonly string[] }) {
  const t = words(locale, 'DeskTranslation');
  const checks = texts.map(checkCyrillic).filter((check) => check !== null);
  if (checks.length === 0) return null;
  const latin = [...new Set(checks.flatMap((check) => check.latin))];
  return (
    <section aria-labelledby="cirilica">
      <h2 id="cirilica">{t('cyrillic')}</h2>
      <p>{t('cyrillicText', { open: '⟦', close: '⟧' })}</p>
      {latin.length === 0 ? (
        <p>{t('noLatin')}</p>
      ) : (
        <p>
          {t('latin')} <b translate="no">{latin.join(', ')}</b>
        </p>
      )}
      <details>
        <summary>{t('showCyrillic')}</summary>
        {checks.map(({ text }) => (
          <p className="tr-text" lang="sr-Cyrl" key={text}>
            {text}
          </p>
        ))}
      </details>
    </section>
  );
}
