import type { ReactNode } from 'react';
import { type DoneWord, Outcome, type PageFault } from '@/components/desk/Outcome';
import { formatCount, formatFileSize } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { SystemView } from '@/lib/system/queries';
import { BackupSection } from './BackupSection';
import { type JobReportView, JobSection } from './JobSection';
import { MailSection } from './MailSection';
import { RetentionSection } from './RetentionSection';
import './system.css';

interface SystemPageProps {
  locale: Locale;
  system: SystemView;
  /** What a job that was just run or tried says; null when none was. */
  report: JobReportView | null;
  fault: PageFault | null;
  done: DoneWord | null;
}

/** How the machine, the database, the mail and the jobs are, for the administrator. */
export function SystemPage({ locale, system, report, fault, done }: SystemPageProps) {
  const t = words(locale, 'DeskSystem');
  return (
    <div className="wrap desk-page system">
      <header>
        <h1>{t('title')}</h1>
        <p className="muted">{t('lead')}</p>
      </header>
      <Outcome locale={locale} fault={fault} done={report ? null : done} />
      <HealthSection locale={locale} system={system} />
      <JobSection locale={locale} jobs={system.jobs} jobsOn={system.jobsOn} report={report} />
      <BackupSection locale={locale} backups={system.backups} />
      <MailSection locale={locale} counts={system.mailCounts} mails={system.mails} />
      <RetentionSection locale={locale} job={system.jobs.find(({ name }) => name === 'retention')} />
      <section aria-labelledby="settings">
        <h2 id="settings">{t('settings')}</h2>
        <p className="muted">{t('settingsLead')}</p>
        <dl className="system-facts">
          {system.settings.map((setting) => (
            <Fact key={setting.name} name={<code>{setting.name}</code>}>
              {setting.kind === 'value' ? <span translate="no">{setting.value}</span> : <i>{t(setting.kind)}</i>}
            </Fact>
          ))}
        </dl>
      </section>
    </div>
  );
}

function HealthSection({ locale, system: { health, versions, disk } }: Pick<SystemPageProps, 'locale' | 'system'>) {
  const t = words(locale, 'DeskSystem');
  const size = (bytes: number) => (bytes === 0 ? t('empty') : formatFileSize(locale, bytes));
  // Under a tenth a backup has no room, and a full disk stops the site.
  const isFull = disk.free < disk.total / 10;
  return (
    <section aria-labelledby="health">
      <h2 id="health">{t('health')}</h2>
      {health.ok ? (
        <p className="notice">{t('healthy')}</p>
      ) : (
        <p className="notice err" role="alert">
          {t('unhealthy')} <span translate="no">{health.error}</span>
        </p>
      )}
      {isFull && (
        <p className="notice warn" role="alert">
          {t('nearlyFull')}
        </p>
      )}
      <dl className="system-facts">
        {health.ok && (
          <>
            <Fact name={t('version')}>{health.value.version}</Fact>
            <Fact name={t('schema')}>
              <span translate="no">{health.value.schema}</span>
            </Fact>
            <Fact name={t('contentVersion')}>{formatCount(locale, health.value.contentVersion)}</Fact>
          </>
        )}
        <Fact name={t('node')}>Node.js {versions.node}</Fact>
        <Fact name={t('commit')}>
          {versions.commit === null ? <i>{t('unknown')}</i> : <code>{versions.commit}</code>}
        </Fact>
        <Fact name={t('disk')}>{t('diskOf', { free: size(disk.free), total: size(disk.total) })}</Fact>
        <Fact name={t('database')}>{size(disk.database)}</Fact>
        <Fact name={t('uploads')}>{size(disk.uploads)}</Fact>
        <Fact name={t('backupFiles')}>{size(disk.backups)}</Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
