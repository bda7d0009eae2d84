import { DeskForm } from '@/components/desk/DeskForm';
import { Outcome, type PageFault } from '@/components/desk/Outcome';
import { Icon } from '@/components/ui/Icon';
import { type AuditSearch, toAuditQuery } from '@/lib/audit/address';
import type { AuditLine } from '@/lib/audit/present';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { type AuditChoices, AuditFilterForm } from './AuditFilterForm';
import './audit.css';

/** How a check of the chain went; null when none was asked for. */
export type AuditCheckView = { entries: number; backups: number; broken: { at: number; why: string } | null } | null;

interface AuditPageProps {
  locale: Locale;
  asked: AuditSearch;
  choices: AuditChoices;
  lines: readonly AuditLine[];
  /** Where the next page begins; null when this is the last. */
  next: number | null;
  /** Whether this is a later page. */
  isLater: boolean;
  check: AuditCheckView;
  fault: PageFault | null;
  mayExport: boolean;
}

/** Who did what: the audit log, newest first. */
export function AuditPage({ locale, asked, choices, lines, next, isLater, check, fault, mayExport }: AuditPageProps) {
  const t = words(locale, 'DeskAudit');
  const address = (more: Record<string, string> = {}) => hrefFor(locale, '/desk/audit', {}, toAuditQuery(asked, more));
  return (
    <div className="wrap desk-page audit">
      <header>
        <h1>{t('title')}</h1>
        <p className="muted">{t('lead')}</p>
      </header>
      <Outcome locale={locale} fault={fault} done={null} />
      {check && <AuditCheckResult locale={locale} check={check} />}
      <AuditFilterForm locale={locale} asked={asked} choices={choices} />
      {lines.length === 0 ? <p className="notice">{t('empty')}</p> : <AuditTable locale={locale} lines={lines} />}
      {(isLater || next !== null) && (
        <nav className="audit-pages" aria-label={t('pages')}>
          {isLater && <a href={address()}>{t('newest')}</a>}
          {next !== null && <a href={address({ before: String(next) })}>{t('older')}</a>}
        </nav>
      )}
      <section aria-labelledby="proof">
        <h2 id="proof">{t('proof')}</h2>
        <p className="muted">{t('proofLead')}</p>
        <div className="desk-actions">
          <DeskForm locale={locale} action="/api/desk/audit/verify" hidden={toAuditQuery(asked)} className="">
            <button type="submit" className="btn second">
              <Icon name="check" /> {t('verify')}
            </button>
          </DeskForm>
          {mayExport && (
            <DeskForm
              locale={locale}
              action="/api/desk/audit/export"
              hidden={{ ...toAuditQuery(asked), next: address() }}
              className=""
            >
              <button type="submit" className="btn second">
                <Icon name="download" /> {t('export')}
              </button>
            </DeskForm>
          )}
        </div>
        {mayExport && <p className="muted">{t('exportHint')}</p>}
      </section>
    </div>
  );
}

function AuditCheckResult({ locale, check }: { locale: Locale; check: NonNullable<AuditCheckView> }) {
  const t = words(locale, 'DeskAudit');
  const { entries, backups, broken } = check;
  if (!broken) {
    return (
      <p className="notice" role="status">
        {t('whole', { entries, backups })}
      </p>
    );
  }
  return (
    <div className="notice err" role="alert">
      <p>
        <b>{t('broken', { at: String(broken.at) })}</b>
      </p>
      <p>{t('brokenHint')}</p>
    </div>
  );
}

function AuditTable({ locale, lines }: { locale: Locale; lines: readonly AuditLine[] }) {
  const t = words(locale, 'DeskAudit');
  return (
    <table className="desk-table audit-table">
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('object')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, moment, who, what, object, details }) => (
          <tr key={id}>
            <td className="muted">
              {moment} <span className="audit-number">{t('number', { id: String(id) })}</span>
            </td>
            <td>{who}</td>
            <td>
              <span className="t">{what}</span>
              {details.length > 0 && <span className="muted audit-details">{details.join(' · ')}</span>}
            </td>
            <td>
              {object && (
                <a href={hrefFor(locale, '/desk/audit', {}, { kind: object.kind, id: object.id })}>{object.text}</a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
