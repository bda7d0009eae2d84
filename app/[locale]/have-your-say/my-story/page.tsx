import type { Metadata } from 'next';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { LostLinkPage } from '@/components/submissions/LostLinkPage';
import { type StatusAsk, StatusPage } from '@/components/submissions/StatusPage';
import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import type { Kept } from '@/lib/story-form/kept';
import { presentStatus } from '@/lib/story-form/present-status';
import { findByStatusToken } from '@/lib/submissions/queries';
import { countSigns } from '@/lib/submissions/schema';
import { keptValue, minutesOf } from '../kept-values';
import { loadVisitor, param, type SayPageProps, sayMetadata } from '../visitor';

const ASKS = ['anonymise', 'withdraw', 'erase', 'appeal'] as const;
const DONE = ['confirmed', 'confirmedAgain', 'anonymised', 'withdrawn', 'appealed', 'renewed'] as const;

async function load({ params, searchParams }: SayPageProps) {
  const locale = await pageLocale(params);
  const query = await searchParams;
  const token = param(query.t);
  return { locale, query, token, story: token ? await findByStatusToken(token) : null };
}

export async function generateMetadata(props: SayPageProps): Promise<Metadata> {
  const { locale, story } = await load(props);
  const { kept } = await loadVisitor();
  const t = words(locale, 'StoryStatus');
  const title = story ? t('title', { reference: story.reference }) : t('lost.title');
  return sayMetadata({ locale, page: '/have-your-say/my-story', title, isError: kept !== null });
}

export default async function MyStoryRoute(props: SayPageProps) {
  const { locale, query, token, story } = await load(props);
  const { kept } = await loadVisitor();
  const t = words(locale, 'StoryStatus');
  const done = param(query.done);
  if (!story) {
    const code = kept?.trouble.code;
    const fault = code === 'reference' || code === 'email' ? code : null;
    return (
      <SiteFrame locale={locale} page="/have-your-say/my-story" nav="voice">
        <LostLinkPage
          locale={locale}
          model={{
            wrongLink: token !== '',
            done: done === 'mailed' || done === 'erased' ? done : null,
            reference: keptValue(kept, 'reference'),
            email: keptValue(kept, 'email'),
            fault,
            trouble: kept && !fault ? troubleWords(locale, kept) : null,
          }}
        />
      </SiteFrame>
    );
  }
  const ask = ASKS.find((known) => known === param(query.ask) && story.can[known]) ?? null;
  const known = DONE.find((one) => one === done);
  const fault = kept && ask ? faultWords(locale, ask, kept) : null;
  return (
    <SiteFrame locale={locale} page="/have-your-say/my-story" query={{ t: token }} nav="voice">
      <StatusPage
        locale={locale}
        model={{
          ...presentStatus(story, locale, new Date()),
          token,
          ask,
          done: known ? t(`done.${known}`) : null,
          fault,
          trouble: kept && !fault ? troubleWords(locale, kept) : null,
          typed: keptValue(kept, 'text'),
        }}
      />
    </SiteFrame>
  );
}

function faultWords(locale: Locale, ask: StatusAsk, kept: Kept): string | null {
  const t = words(locale, 'StoryStatus');
  const { code } = kept.trouble;
  if (ask === 'erase' && code === 'untouched') return t('ask.erase.untouched');
  if (ask !== 'appeal') return null;
  if (code === 'required') return t('ask.appeal.required');
  if (code !== 'tooLong') return null;
  const count = countSigns(keptValue(kept, 'text').trim());
  return t('ask.appeal.tooLong', { count, shown: formatCount(locale, count) });
}

function troubleWords(locale: Locale, { trouble }: Kept): string {
  const t = words(locale, 'StoryStatus');
  switch (trouble.code) {
    case 'limited':
      return t('trouble.limited', { n: minutesOf(trouble) });
    case 'crossOrigin':
      return t('trouble.origin');
    case 'notFound':
      return t('trouble.notFound');
    case 'busy':
    case 'full':
      return t('trouble.busy');
    default:
      return t('trouble.notAllowed');
  }
}
