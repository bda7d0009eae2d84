import { fill } from '@/lib/i18n/templates';
import { ErrorLine } from '../ui/ErrorLine';
import type { FileLabels } from './labels';
import type { UploadLine } from './use-uploads';

interface UploadLinesProps {
  lines: readonly UploadLine[];
  labels: FileLabels;
  onStop: (id: number) => void;
}

/** Files under way with their progress, and those that were not taken with the reason. */
export function UploadLines({ lines, labels, onStop }: UploadLinesProps) {
  if (lines.length === 0) return null;
  return (
    <ul className="uploads">
      {lines.map(({ id, name, state, percent, reason }) => (
        <li key={id}>
          <b>{name}</b>
          {state === 'refused' ? (
            <ErrorLine>{reason}</ErrorLine>
          ) : (
            <>
              <progress max={100} value={percent} aria-label={name} />
              <span className="small">
                {state === 'waiting' && labels.waiting}
                {state === 'sending' && fill(labels.sending, { percent: String(percent) })}
                {state === 'working' && labels.working}
              </span>
              <button className="btn quiet sm" type="button" onClick={() => onStop(id)}>
                {labels.cancel}
                <span className="vh"> {name}</span>
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
