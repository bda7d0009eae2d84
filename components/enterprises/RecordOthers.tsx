/** @jsxImportSource @/lib/html */
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { RecordModel } from '@/lib/site/record/present';
import { EnterpriseLines } from './EnterpriseLines';

/** Enterprises near by, and those that do the like. */
export function RecordOthers({ locale, model }: { locale: Locale; model: RecordModel }) {
  const t = words(locale, 'Record');
  return (
    <>
      {model.nearby.length > 0 && (
        <section aria-labelledby="nearby">
          <h2 id="nearby">{t('nearby')}</h2>
          <EnterpriseLines lines={model.nearby} />
          {model.district?.href && (
            <p className="small">
              <a href={model.district.href}>{t('allInDistrict', { district: model.district.label })}</a>
            </p>
          )}
        </section>
      )}
      {model.similar.length > 0 && (
        <section aria-labelledby="similar">
          <h2 id="similar">{t('similar')}</h2>
          <EnterpriseLines lines={model.similar} />
        </section>
      )}
    </>
  );
}
