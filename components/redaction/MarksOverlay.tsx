import type { KeyboardEvent } from 'react';
import type { TypedMarks } from '@/lib/redaction/marks-form';
import { toNumbers } from './moves';

interface MarksOverlayProps {
  marks: TypedMarks;
  label: string;
  /** Name of a box, for who hears it. */
  nameOf: (at: number) => string;
  onKey: (at: number, event: KeyboardEvent) => void;
}

/** The boxes and the cut over the photo, as they will be burned in. Each box can be focused and moved by keys. */
export function MarksOverlay({ marks, label, nameOf, onKey }: MarksOverlayProps) {
  const crop = toNumbers(marks.crop);
  return (
    // biome-ignore lint/a11y/useSemanticElements: nor does a fieldset
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="marks-overlay" role="group" aria-label={label}>
      {crop && (
        <path
          className="marks-cut"
          fillRule="evenodd"
          d={`M0 0H100V100H0Z M${crop.x} ${crop.y}h${crop.width}v${crop.height}h${-crop.width}Z`}
        />
      )}
      {marks.boxes.map((typed, at) => {
        const box = toNumbers(typed);
        if (!box) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: no button of HTML stands in a drawing
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a box is its row
            key={at}
            className="marks-box"
            {...box}
            tabIndex={0}
            role="button"
            aria-label={`${nameOf(at)}: ${typed.x} ${typed.y} ${typed.width} ${typed.height}`}
            onKeyDown={(event) => onKey(at, event)}
          />
        );
      })}
    </svg>
  );
}
