import { Icon } from '@/components/ui/Icon';
import type { DownloadModel } from '@/lib/search/present';

/** Exactly the rows of the filter, as files. */
export function ResultTools({ downloads }: { downloads: DownloadModel | null }) {
  if (!downloads) return null;
  return (
    <p className="dir-tools">
      <span>{downloads.title}</span>
      {downloads.files.map(({ format, href }) => (
        <a key={format} href={href} rel="nofollow">
          <Icon name="download" />
          {format}
        </a>
      ))}
    </p>
  );
}
