import { FILE_FIELDS, fileControls } from '@/lib/files/answers';
import { ACCEPTED } from '@/lib/files/fields';
import type { DocumentView, PhotoView } from '@/lib/files/schema';
import { formatFileSize } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

interface IntakeFilesProps {
  locale: Locale;
  id: number;
  photos: readonly PhotoView[];
  documents: readonly DocumentView[];
}

/** Photos and documents of a story that is typed in: what is there, with its words, and fields for more. */
export function IntakeFiles({ locale, id, photos, documents }: IntakeFilesProps) {
  const t = words(locale, 'DeskIntake');
  return (
    <>
      <div className="q" id="f-photos" tabIndex={-1}>
        <span className="label">{t('files.photos')}</span>
        {photos.map(({ key, name, alt, author }) => {
          const names = fileControls('photos', key);
          return (
            <div className="intake-file" key={key}>
              {/* biome-ignore lint/performance/noImgElement: served by our own handler, to staff only */}
              <img src={`/api/desk/intake/photo/${id}/${key}`} alt="" width={120} height={90} loading="lazy" />
              <div>
                <input type="hidden" name={names.file} value={key} />
                <b>{name}</b>
                <label htmlFor={`alt-${key}`}>{t('files.alt')}</label>
                <input className="in" id={`alt-${key}`} name={names.alt} defaultValue={alt} autoComplete="off" />
                <label htmlFor={`author-${key}`}>{t('files.author')}</label>
                <input
                  className="in"
                  id={`author-${key}`}
                  name={names.author}
                  defaultValue={author}
                  autoComplete="off"
                />
                <label className="desk-tick">
                  <input type="checkbox" name="removeFile" value={key} /> {t('removeOnSave')}
                </label>
              </div>
            </div>
          );
        })}
        <label htmlFor="photoFiles">{t('files.addPhotos')}</label>
        <input id="photoFiles" name={FILE_FIELDS.photo} type="file" multiple accept={ACCEPTED.photo} />
      </div>
      <div className="q" id="f-documents" tabIndex={-1}>
        <span className="label">{t('files.documents')}</span>
        {documents.map(({ key, name, bytes, audience }) => {
          const names = fileControls('documents', key);
          return (
            <div className="intake-file" key={key}>
              <div>
                <input type="hidden" name={names.file} value={key} />
                <b>{name}</b> <span className="muted">{formatFileSize(locale, bytes)}</span>
                {(['staff', 'public'] as const).map((one) => (
                  <label className="desk-tick" key={one}>
                    <input type="radio" name={names.audience} value={one} defaultChecked={audience === one} />{' '}
                    {t(`files.audience.${one}`)}
                  </label>
                ))}
                <label className="desk-tick">
                  <input type="checkbox" name="removeFile" value={key} /> {t('removeOnSave')}
                </label>
              </div>
            </div>
          );
        })}
        <label htmlFor="documentFiles">{t('files.addDocuments')}</label>
        <input id="documentFiles" name={FILE_FIELDS.document} type="file" multiple accept={ACCEPTED.document} />
      </div>
    </>
  );
}
