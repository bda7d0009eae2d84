/** @jsxImportSource @/lib/html */
import { IconHtml } from '@/components/ui/IconHtml';
import type { DownloadModel } from '@/lib/search/present';

/** Exactly the rows of the filter, as files. */
export function ResultTools({ downloads }: { downloads: DownloadModel }) {
  return (
    <>
      <span>{downloads.title}</span>
      {downloads.files.map(({ format, href }) => (
        <a key={format} href={href} rel="nofollow">
          <IconHtml name="download" />
          {format}
        </a>
      ))}
    </>
  );
}
