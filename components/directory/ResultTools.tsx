import { useTranslations } from 'next-intl';
import type { DownloadModel } from '@/lib/search/present';

/** Exactly the rows of the filter, as files. */
export function ResultTools({ downloads }: { downloads: DownloadModel | null }) {
  const t = useTranslations('Directory');
  if (!downloads) return null;
  return (
    <p className="dir-tools">
      <span>{downloads.title}</span>
      {downloads.files.map(({ format, href }) => (
        <a key={format} href={href} rel="nofollow">
          <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 3v12m-5-5 5 5 5-5M4 20h16" />
          </svg>
          {format}
          <span className="vh">{t('downloadOf', { count: downloads.count })}</span>
        </a>
      ))}
    </p>
  );
}
