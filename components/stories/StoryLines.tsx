/** @jsxImportSource @/lib/html */
import type { StoryLineModel } from '@/lib/stories/present-page';
import { StoryTileHtml } from './StoryTileHtml';

/** A short list of stories as ruled lines: tile, title, who and where. */
export function StoryLines({ lines, className = 'lines' }: { lines: readonly StoryLineModel[]; className?: string }) {
  return (
    <ul className={className}>
      {lines.map((line) => (
        <li key={line.id} className="line">
          <StoryTileHtml />
          <div>
            <a href={line.href} lang={line.lang ?? undefined}>
              {line.title}
            </a>
            <p className="small muted">{line.detail}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
