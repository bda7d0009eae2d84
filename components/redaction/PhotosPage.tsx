import { DeskForm } from '@/components/desk/DeskForm';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { SIDES, type TypedMarks } from '@/lib/redaction/marks-form';
import type { DeskPhoto, PhotosView } from '@/lib/redaction/queries';
import { ALT_LIMITS } from '@/lib/submissions/fields';
import { MarksEditor } from './MarksEditor';
import './redaction.css';

export type PhotosDone = 'redacted' | 'restored' | 'alt';

interface PhotosPageProps {
  locale: Locale;
  view: PhotosView;
  /** The photo that is worked on. */
  photo: DeskPhoto | null;
  /** Numbers as typed, or those that are burned in. */
  marks: TypedMarks;
  done: PhotosDone | null;
  /** What went wrong, in words; null when nothing did. */
  fault: string | null;
  /** The description as it was typed. */
  alt: string | null;
}

/** The photos of a story: cut and black boxes, drawn or typed, and their descriptions. */
export function PhotosPage({ locale, view, photo, marks, done, fault, alt }: PhotosPageProps) {
  const t = words(locale, 'DeskPhotos');
  const { reference, photos } = view;
  return (
    <div className="wrap desk-page photos-page">
      <header>
        <p className="muted">
          <a href={hrefFor(locale, '/desk/stories/[reference]', { reference })}>{t('back')}</a> · {reference}
        </p>
        <h1>{t('title')}</h1>
        {view.title && <p>{view.title}</p>}
      </header>
      {fault && (
        <div className="errsum" role="alert">
          <h2>{t('faultTitle')}</h2>
          <p>{fault}</p>
        </div>
      )}
      {done && (
        <p className="notice" role="status">
          {t(`done.${done}`, { days: view.keptDays })}
        </p>
      )}
      {photo === null ? (
        <p className="notice">{t('none')}</p>
      ) : (
        <>
          {photos.length > 1 && (
            <nav aria-label={t('photos')} className="photos-list">
              {photos.map(({ key, alt: text }, at) => (
                <a
                  key={key}
                  href={hrefFor(locale, '/desk/stories/[reference]/photos', { reference }, { photo: key })}
                  aria-current={key === photo.key ? 'page' : undefined}
                >
                  {/* biome-ignore lint/performance/noImgElement: served by our own handler, to staff only */}
                  <img src={`/api/desk/photos/${key}?as=now`} alt="" width={96} height={72} loading="lazy" />
                  <span>{t('photoNumber', { n: at + 1 })}</span>
                  <span className="vh">{text}</span>
                </a>
              ))}
            </nav>
          )}
          <Redaction locale={locale} view={view} photo={photo} marks={marks} />
          <AltText locale={locale} view={view} photo={photo} alt={alt} />
          <AsItIs locale={locale} photo={photo} view={view} />
        </>
      )}
    </div>
  );
}

type PartProps = { locale: Locale; view: PhotosView; photo: DeskPhoto };

function Redaction({ locale, view, photo, marks }: PartProps & { marks: TypedMarks }) {
  const t = words(locale, 'DeskPhotos');
  const { reference } = view;
  return (
    <section aria-labelledby="kutije">
      <h2 id="kutije">{t('redact')}</h2>
      <p>{t('redactText', { days: view.keptDays })}</p>
      <form
        method="get"
        action={hrefFor(locale, '/desk/stories/[reference]/photos', { reference })}
        className="marks-form"
        aria-label={t('redact')}
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="photo" value={photo.key} />
        <input type="hidden" name="revision" value={view.revision} />
        <MarksEditor
          key={photo.key}
          src={`/api/desk/photos/${photo.key}?as=before`}
          alt={photo.alt || t('noAlt')}
          width={photo.width}
          height={photo.height}
          initial={marks}
          labels={{
            sides: Object.fromEntries(SIDES.map((side) => [side, t(`sides.${side}`)])) as Record<
              (typeof SIDES)[number],
              string
            >,
            crop: t('crop'),
            cropHint: t('cropHint'),
            box: t('box', { n: '{n}' }),
            boxes: t('boxes'),
            remove: t('remove', { n: '{n}' }),
            add: t('add'),
            hint: t('drawHint'),
            keys: t('keysHint'),
            drawBox: t('drawBox'),
            drawCrop: t('drawCrop'),
          }}
        />
        <div className="desk-actions">
          <button className="btn" type="submit" formMethod="post" formAction="/api/desk/photos/redact">
            {t('apply')}
          </button>
          <button className="btn second" type="submit">
            {t('preview')}
          </button>
        </div>
      </form>
      {photo.canRestore && (
        <DeskForm
          locale={locale}
          action="/api/desk/photos/restore"
          hidden={{ reference, photo: photo.key, revision: String(view.revision) }}
          className=""
        >
          <button className="btn second" type="submit">
            {t('restore')}
          </button>
        </DeskForm>
      )}
    </section>
  );
}

function AltText({ locale, view, photo, alt }: PartProps & { alt: string | null }) {
  const t = words(locale, 'DeskPhotos');
  return (
    <section aria-labelledby="opis">
      <h2 id="opis">{t('alt')}</h2>
      <DeskForm
        locale={locale}
        action="/api/desk/photos/alt"
        hidden={{ reference: view.reference, photo: photo.key, revision: String(view.revision) }}
      >
        <div className="desk-field">
          <label htmlFor="alt">{t('altLabel')}</label>
          <p className="hint" id="alt-hint">
            {t('altHint', { min: ALT_LIMITS.min, max: ALT_LIMITS.max })}
          </p>
          <textarea id="alt" name="alt" rows={3} defaultValue={alt ?? photo.alt} aria-describedby="alt-hint" />
        </div>
        <button className="btn second" type="submit">
          {t('altSave')}
        </button>
      </DeskForm>
    </section>
  );
}

/** What others see now. */
function AsItIs({ locale, photo, view }: PartProps) {
  const t = words(locale, 'DeskPhotos');
  return (
    <section aria-labelledby="sada">
      <h2 id="sada">{t('now')}</h2>
      <p>{photo.isPublic ? t('nowPublic') : t('nowPrivate')}</p>
      {/* biome-ignore lint/performance/noImgElement: served by our own handler, to staff only */}
      <img
        className="photo-now"
        src={`/api/desk/photos/${photo.key}?as=now&r=${view.revision}`}
        alt={photo.alt || t('noAlt')}
        loading="lazy"
      />
    </section>
  );
}
