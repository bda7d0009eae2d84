import { Markup } from '@/components/ui/Markup';
import type { Html } from '@/lib/html/html';
import type { Locale } from '@/lib/i18n/locales';
import type { RecordModel } from '@/lib/site/record/present';
import { RecordHead } from './RecordHead';
import { RecordMain } from './RecordMain';
import { RecordOthers } from './RecordOthers';
import { RecordPanels } from './RecordPanels';

interface RecordPageProps {
  locale: Locale;
  model: RecordModel;
  /** The small map; null when the place is not known. */
  map: Html | null;
  /** The record's stories; null where there is none. */
  stories: Html | null;
}

/** One enterprise: everything that is known of it, each fact with its source. */
export function RecordPage({ locale, model, map, stories }: RecordPageProps) {
  const hasOthers = model.nearby.length > 0 || model.similar.length > 0;
  return (
    <article className="wrap record">
      <Markup as="div" html={RecordHead({ locale, model })} />
      <div className="rec">
        <Markup as="div" className="rec-main" html={RecordMain({ locale, model, stories })} />
        <RecordPanels locale={locale} model={model} map={map} />
      </div>
      {hasOthers && <Markup as="div" className="rec-others" html={RecordOthers({ locale, model })} />}
    </article>
  );
}
