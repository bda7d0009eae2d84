/** @jsxImportSource @/lib/html */
import { TileHtml } from '@/components/ui/TileHtml';
import type { LineModel } from '@/lib/site/present-line';

/** A short list of enterprises as ruled lines: tile, name, place, and what the list adds. */
export function EnterpriseLines({ lines, className = 'lines' }: { lines: readonly LineModel[]; className?: string }) {
  return (
    <ul className={className}>
      {lines.map((line) => (
        <li key={line.id} className="line">
          <TileHtml mark={line.mark} label={line.markLabel} />
          <div>
            <a href={line.href}>{line.name}</a>
            {line.place && <p className="small muted">{line.place}</p>}
            {line.detail && <p className="small muted num">{line.detail}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
