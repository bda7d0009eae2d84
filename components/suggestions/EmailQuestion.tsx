import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { FormModel } from '@/lib/suggestions/form-model';
import { TextQuestion } from './TextQuestion';

/** The address of the sender, which nobody has to give. */
export function EmailQuestion({ locale, form, hint }: { locale: Locale; form: FormModel; hint?: string }) {
  const t = words(locale, 'Suggest');
  return (
    <TextQuestion
      locale={locale}
      form={form}
      name="email"
      label={t('email')}
      hint={hint ? `${hint} ${t('emailHint')}` : t('emailHint')}
      optional
      type="email"
      autoComplete="email"
    />
  );
}
