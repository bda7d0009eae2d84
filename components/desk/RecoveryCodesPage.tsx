import { PrintButton } from '@/components/ui/PrintButton';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { DeskForm } from './DeskForm';

/** The recovery codes, this once. @param codes null when they were shown already */
export function RecoveryCodesPage({ locale, codes }: { locale: Locale; codes: readonly string[] | null }) {
  const t = words(locale, 'DeskFactor');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('codes.title')}</h1>
        <p>{t(codes ? 'codes.text' : 'codes.gone')}</p>
      </header>
      {codes ? (
        <>
          <ol className="codes" translate="no">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
          <DeskForm locale={locale} action="/api/desk/recovery-codes/kept" className="desk-actions">
            <button type="submit" className="btn">
              {t('codes.kept')}
            </button>
            <PrintButton label={t('codes.print')} />
          </DeskForm>
        </>
      ) : (
        <p>
          <a href={hrefFor(locale, '/desk/account')}>{t('codes.toAccount')}</a>
        </p>
      )}
    </div>
  );
}
