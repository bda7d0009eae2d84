import { DeskForm } from '@/components/desk/DeskForm';
import { formatCount, formatFileSize, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { BackupsView } from '@/lib/system/backups';

/** The newest backup, and one more now. */
export function BackupSection({ locale, backups: { count, last } }: { locale: Locale; backups: BackupsView }) {
  const t = words(locale, 'DeskSystem');
  return (
    <section aria-labelledby="backup">
      <h2 id="backup">{t('backup')}</h2>
      {last === null ? (
        <p className="notice warn">{t('noBackup')}</p>
      ) : (
        <>
          {last.isOld && <p className="notice warn">{t('oldBackup')}</p>}
          <p>
            {t('lastBackup', {
              moment: formatMoment(locale, last.at),
              size: formatFileSize(locale, last.bytes),
              count,
            })}
          </p>
          {last.rows === null ? (
            <p className="notice err">{t('unreadableBackup')}</p>
          ) : (
            <p>{t('checkedBackup', { rows: formatCount(locale, last.rows) })}</p>
          )}
          <p className="muted">
            <code className="system-name">{last.name}</code>
          </p>
        </>
      )}
      <DeskForm locale={locale} action="/api/desk/system/backup" className="">
        <button type="submit" className="btn second">
          {t('backUpNow')}
        </button>
      </DeskForm>
      <p className="muted">{t('backupHint')}</p>
    </section>
  );
}
