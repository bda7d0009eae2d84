/** @jsxImportSource @/lib/html */
import { IconHtml } from '@/components/ui/IconHtml';
import { ACTIONS, type Role, roleCan } from '@/lib/accounts/permissions';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

/** Everything that a role may do; finished HTML. */
export function RightsList({ locale, role }: { locale: Locale; role: Role }) {
  const t = words(locale, 'StaffActions');
  return (
    <>
      <summary>{words(locale, 'DeskQueue')('rights')}</summary>
      <ul className="rights">
        {ACTIONS.filter((action) => roleCan(role, action)).map((action) => (
          <li key={action}>
            <IconHtml name="check" /> {t(action)}
          </li>
        ))}
      </ul>
    </>
  );
}
