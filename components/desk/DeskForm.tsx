import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';

interface DeskFormProps {
  locale: Locale;
  /** Address of the POST handler. */
  action: string;
  /** Fields that are not shown. */
  hidden?: Readonly<Record<string, string | undefined>>;
  className?: string;
  /** For forms without a heading near them. */
  label?: string;
  children: ReactNode;
}

/** A plain form to a stable address: it works without JavaScript and outlives a new build. */
export function DeskForm({ locale, action, hidden = {}, className = 'desk-form', label, children }: DeskFormProps) {
  return (
    <form method="post" action={action} className={className} aria-label={label}>
      <input type="hidden" name="locale" value={locale} />
      {Object.entries(hidden).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
    </form>
  );
}
