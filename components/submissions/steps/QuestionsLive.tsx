import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { countLabels } from '@/lib/story-form/count-words';
import { type FieldName, TEXT_LIMITS, type TextField } from '@/lib/submissions/fields';
import { FieldAdvice } from '../live/FieldAdvice';
import { FieldCount } from '../live/FieldCount';

/** What makes questions alive: the count under a text, and the advice. A question that has no place for one gets none. */
export function QuestionsLive({ locale, fields }: { locale: Locale; fields: readonly FieldName[] }) {
  const free = words(locale, 'StoryForm')('hints.free');
  return (
    <>
      {fields.map((field) => (
        <FieldAdvice key={field} field={field} free={free} />
      ))}
      {fields.filter(isText).map((field) => (
        <FieldCount
          key={field}
          name={field}
          {...TEXT_LIMITS[field]}
          locale={locale}
          labels={countLabels(locale, TEXT_LIMITS[field])}
        />
      ))}
    </>
  );
}

const isText = (field: FieldName): field is TextField => field in TEXT_LIMITS;
