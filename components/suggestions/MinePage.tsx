import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { FormModel } from '@/lib/suggestions/form-model';
import { EmailQuestion } from './EmailQuestion';
import { SuggestForm } from './SuggestForm';
import { TextQuestion } from './TextQuestion';

interface MinePageProps {
  locale: Locale;
  title: string;
  slug: string;
  form: FormModel;
  back: string;
}

/** "This is mine": by what the desk can tell that somebody speaks for the enterprise. */
export function MinePage({ locale, title, slug, form, back }: MinePageProps) {
  const t = words(locale, 'Suggest');
  return (
    <SuggestForm
      locale={locale}
      action="/api/suggestions/mine"
      title={title}
      lead={t('mine.lead')}
      hidden={{ slug }}
      form={form}
      after={<a href={back}>{t('back')}</a>}
    >
      <TextQuestion
        locale={locale}
        form={form}
        name="evidence"
        label={t('mine.evidence')}
        hint={t('mine.evidenceHint')}
        rows={6}
      />
      <TextQuestion locale={locale} form={form} name="role" label={t('mine.role')} optional />
      <EmailQuestion locale={locale} form={form} hint={t('mine.emailHint')} />
    </SuggestForm>
  );
}
