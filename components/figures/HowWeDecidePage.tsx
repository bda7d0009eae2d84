import { ContentPage } from '@/components/content/ContentPage';
import type { Figures } from '@/lib/figures/schema';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { APPEAL_DAYS } from '@/lib/moderation/rules';
import { ANSWER_WORKING_DAYS, DECISION_WORKING_DAYS } from '@/lib/submissions/calendar';
import { DecisionLog } from './DecisionLog';
import { FigureDefinitions } from './FigureDefinitions';
import { FigureTables } from './FigureTables';

interface HowWeDecidePageProps {
  locale: Locale;
  figures: Figures;
  reasonWords: (code: string) => string;
}

const STEPS = ['step1', 'step2', 'step3', 'step4', 'step5'] as const;
const WHO = ['p1', 'p2', 'p3'] as const;
const RULES = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'] as const;

/** For everybody: what happens to a story, who decides, by what, and whether we keep to it. */
export function HowWeDecidePage({ locale, figures, reasonWords }: HowWeDecidePageProps) {
  const t = words(locale, 'HowWeDecide');
  const promise = { answer: ANSWER_WORKING_DAYS, decision: DECISION_WORKING_DAYS };
  return (
    <ContentPage
      title={t('title')}
      lead={t('lead')}
      contents={t('contents')}
      sections={[
        {
          id: 'tok',
          title: t('what.title'),
          body: (
            <ol>
              {STEPS.map((step) => (
                <li key={step}>{t(`what.${step}`, promise)}</li>
              ))}
            </ol>
          ),
        },
        { id: 'ko', title: t('who.title'), body: WHO.map((part) => <p key={part}>{t(`who.${part}`)}</p>) },
        {
          id: 'pravila',
          title: t('rules.title'),
          body: (
            <ul className="marked">
              {RULES.map((rule) => (
                <li key={rule}>{t(`rules.${rule}`)}</li>
              ))}
            </ul>
          ),
        },
        { id: 'prigovor', title: t('appeal.title'), body: <p>{t('appeal.text', { days: APPEAL_DAYS })}</p> },
        {
          id: 'brojke',
          title: t('figures.title'),
          body: <FigureTables locale={locale} figures={figures} reasonWords={reasonWords} />,
        },
        { id: 'znacenje', title: t('definitions.title'), body: <FigureDefinitions locale={locale} /> },
        { id: 'dnevnik', title: t('log.title'), body: <DecisionLog locale={locale} log={figures.log} /> },
      ]}
    />
  );
}
