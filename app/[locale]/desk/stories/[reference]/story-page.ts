import type { PageSearch } from '@/lib/accounts/outcomes';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { MaskWords } from '@/lib/moderation/mask';

export interface StoryPageProps {
  params: Promise<{ locale: string; reference: string }>;
  searchParams: Promise<PageSearch>;
}

/** What stands in place of addresses and phone numbers for who may not see them. */
export function maskWords(locale: Locale): MaskWords {
  const t = words(locale, 'DeskStory');
  return { email: t('mask.email'), phone: t('mask.phone') };
}
