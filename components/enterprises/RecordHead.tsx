/** @jsxImportSource @/lib/html */
import { IconHtml } from '@/components/ui/IconHtml';
import { TileHtml } from '@/components/ui/TileHtml';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { RecordModel } from '@/lib/site/record/present';
import { RecordTextView } from './RecordTextView';

/** Where the record stands in the directory, its tile, its name and what it does. */
export function RecordHead({ locale, model }: { locale: Locale; model: RecordModel }) {
  const t = words(locale, 'Record');
  return (
    <>
      <nav className="crumbs" aria-label={t('crumbs')}>
        {model.crumbs.map(({ href, label }) => (
          <span key={label}>
            {href === null ? label : <a href={href}>{label}</a>} <span aria-hidden="true">›</span>{' '}
          </span>
        ))}
        <span aria-current="page">{model.name}</span>
      </nav>
      <header className="rec-head">
        <TileHtml mark={model.mark} label={model.markLabel} />
        <div>
          <h1>{model.name}</h1>
          <p className="sub">
            {model.nameEn && <span lang={locale === 'en' ? undefined : 'en'}>{model.nameEn}</span>}
            {model.nameEn && model.summary && ' · '}
            {model.summary}
          </p>
        </div>
        <p className="rec-acts">
          <a className="btn second sm" href={hrefFor(locale, '/enterprises/[slug]/correct', { slug: model.slug })}>
            <IconHtml name="pencil" /> {t('correct')}
          </a>
          <a className="small" href={hrefFor(locale, '/enterprises/[slug]/mine', { slug: model.slug })}>
            {words(locale, 'Suggest')('links.mine')}
          </a>
        </p>
        {model.lead && (
          <p className="lead">
            <RecordTextView text={model.lead} />
          </p>
        )}
      </header>
    </>
  );
}
