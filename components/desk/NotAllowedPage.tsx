import type { Role } from '@/lib/accounts/permissions';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';

export function NotAllowedPage({ locale, role }: { locale: Locale; role: Role }) {
  const t = words(locale, 'Desk');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('notAllowed.title')}</h1>
        <p>{t('notAllowed.text', { role: words(locale, 'Roles')(role) })}</p>
      </header>
      <p>
        <a href={hrefFor(locale, '/desk')}>{t('notAllowed.back')}</a>
      </p>
    </div>
  );
}
