import { Icon } from '@/components/ui/Icon';
import { ACTIONS, type Role, roleCan } from '@/lib/accounts/permissions';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { type DoneWord, Outcome } from './Outcome';

interface DeskHomePageProps {
  locale: Locale;
  staff: { name: string; email: string; role: Role };
  done: DoneWord | null;
}

/** The desk's first page. What waits will stand here; for now it says who is here and with what rights. */
export function DeskHomePage({ locale, staff, done }: DeskHomePageProps) {
  const t = words(locale, 'Desk');
  const action = words(locale, 'StaffActions');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('home.title', { name: staff.name })}</h1>
        <p>
          {t('home.signedInAs', { email: staff.email })}{' '}
          {t.rich('home.role', {
            role: words(locale, 'Roles')(staff.role),
            b: (chunks) => <b>{chunks}</b>,
          })}
        </p>
      </header>
      <Outcome locale={locale} fault={null} done={done} />
      <p className="notice">{t('home.nothing')}</p>
      <section>
        <h2>{t('home.rights')}</h2>
        <ul className="rights">
          {ACTIONS.filter((each) => roleCan(staff.role, each)).map((each) => (
            <li key={each}>
              <Icon name="check" /> {action(each)}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
