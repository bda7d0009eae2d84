import { words } from '@/lib/i18n/words';
import { valueOf } from '@/lib/keeping/form-values';
import type { FormView } from './form-view';
import { TextRow } from './TextRow';

interface SourceFieldsProps {
  view: FormView;
  /** A slip of the pen may be mended without a source. */
  mayBeSlip: boolean;
}

/** Where the values of the form come from. */
export function SourceFields({ view, mayBeSlip }: SourceFieldsProps) {
  const t = words(view.locale, 'DeskRecords');
  const kind = valueOf(view.values, 'source.kind') === 'slip' ? 'slip' : 'source';
  return (
    <fieldset className="rec-set">
      <legend>{t('source.legend')}</legend>
      <p className="hint">{t('source.hint')}</p>
      {mayBeSlip ? (
        <div className="rec-choices">
          {(['source', 'slip'] as const).map((each) => (
            <label key={each} className="desk-tick">
              <input type="radio" name="source.kind" value={each} defaultChecked={kind === each} />{' '}
              {t(each === 'slip' ? 'source.slip' : 'source.from')}
            </label>
          ))}
        </div>
      ) : (
        <input type="hidden" name="source.kind" value="source" />
      )}
      <TextRow view={view} name="source.url" label={t('source.url')} type="url" inputMode="url" sourced={false} />
      <TextRow view={view} name="source.title" label={t('source.title')} sourced={false} />
      <TextRow view={view} name="source.publisher" label={t('source.publisher')} sourced={false} />
      <TextRow view={view} name="source.retrievedOn" label={t('source.readOn')} type="date" sourced={false} />
      <TextRow view={view} name="why" label={t('source.why')} maxLength={1000} sourced={false} />
    </fieldset>
  );
}
