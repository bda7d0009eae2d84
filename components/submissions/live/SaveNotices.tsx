'use client';

import { InSlot } from '@/components/ui/InSlot';
import { slotId } from '@/components/ui/Slot';
import { useFormState } from './form-context';

export interface NoticeLabels {
  offline: string;
  failed: string;
  full: string;
  tooLarge: string;
  gone: string;
  sent: string;
  back: string;
  restored: string;
  conflictTitle: string;
  conflictText: string;
  conflictShow: string;
}

interface SaveNoticesProps {
  labels: NoticeLabels;
  /** The page that shows both texts. */
  conflictHref: string;
}

/** What the writer must know of saving: that it fails and what then, that a text came back, that another tab wrote too. */
export function SaveNotices({ labels, conflictHref }: SaveNoticesProps) {
  const state = useFormState();
  const save = state?.save;
  const trouble =
    save?.kind === 'offline'
      ? labels.offline
      : save?.kind === 'failed'
        ? save.code === 'full'
          ? labels.full
          : labels.failed
        : save?.kind === 'stopped'
          ? labels[save.code]
          : null;
  const good = save?.kind === 'saved' && save.late ? labels.back : state?.restored ? labels.restored : null;
  return (
    <InSlot id={slotId('notices')}>
      <div role="alert">
        {trouble && (
          <div className="notice err">
            <b>{trouble}</b>
          </div>
        )}
        {state?.conflict && (
          <div className="notice warn">
            <b>{labels.conflictTitle}</b>
            <span>{labels.conflictText}</span>
            <a
              href={conflictHref}
              onClick={(event) => {
                // The address is this page's own: only a reload brings both texts.
                event.preventDefault();
                window.location.assign(conflictHref);
                window.location.reload();
              }}
            >
              {labels.conflictShow}
            </a>
          </div>
        )}
      </div>
      <div role="status">
        {good && (
          <div className="notice good">
            <span>{good}</span>
          </div>
        )}
      </div>
    </InSlot>
  );
}
