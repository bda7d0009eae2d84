import { DeskForm } from '@/components/desk/DeskForm';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { OPERATING_STATES } from '@/lib/keeping/operating-states';
import type { Shown } from '@/lib/keeping/present';
import type { DeskRecord } from '@/lib/keeping/schema';
import { termLabel } from '@/lib/taxonomies/present';
import type { FormView } from './form/form-view';
import { SelectRow } from './form/SelectRow';
import { SourceFields } from './form/SourceFields';
import { TextRow } from './form/TextRow';

interface RecordActionsProps extends Shown {
  record: DeskRecord;
  /** What was typed into the form of the state, and what was wrong with it. */
  state: FormView;
  isStateOpen: boolean;
}

/** What can be done with a whole record: closed, hidden, merged, split. */
export function RecordActions({ locale, vocab, record, state, isStateOpen }: RecordActionsProps) {
  const t = words(locale, 'DeskRecords');
  const id = String(record.id);
  const states = OPERATING_STATES.map((value) => ({ value, label: termLabel(vocab, 'operatingState', value, locale) }));
  return (
    <div className="state-acts">
      <details open={isStateOpen} id="state">
        <summary>{t('close.title')}</summary>
        <DeskForm locale={locale} action="/api/desk/enterprises/state" hidden={{ id }}>
          <p className="hint">{t('close.hint')}</p>
          <SelectRow
            view={state}
            name="state"
            label={t('close.state')}
            groups={[{ label: null, options: states }]}
            sourced={false}
          />
          <TextRow view={state} name="on" label={t('close.on')} type="date" sourced={false} />
          <TextRow view={state} name="successor" label={t('close.successor')} sourced={false} />
          <SourceFields view={state} mayBeSlip={false} />
          <button type="submit" className="btn">
            {t('close.submit')}
          </button>
        </DeskForm>
      </details>
      {record.publication === 'published' && (
        <details>
          <summary>{t('hide.title')}</summary>
          <DeskForm locale={locale} action="/api/desk/enterprises/hide" hidden={{ id }}>
            <p className="hint">{t('hide.hint')}</p>
            <div className="desk-field">
              <label htmlFor="reason">{t('hide.reason')}</label>
              <input id="reason" name="reason" maxLength={1000} required />
            </div>
            <button type="submit" className="btn danger">
              {t('hide.submit')}
            </button>
          </DeskForm>
        </details>
      )}
      <details>
        <summary>{t('merge.title')}</summary>
        <form method="get" action={hrefFor(locale, '/desk/enterprises/[id]/merge', { id })} className="desk-form">
          <p className="hint">{t('merge.lead')}</p>
          <div className="desk-field">
            <label htmlFor="with">{t('merge.with')}</label>
            <input id="with" name="with" required />
          </div>
          <button type="submit" className="btn second">
            {t('merge.choose')}
          </button>
        </form>
      </details>
      <p>
        <a className="btn second" href={hrefFor(locale, '/desk/enterprises/[id]/split', { id })}>
          {t('split.link')}
        </a>
      </p>
    </div>
  );
}
