'use client';

import { useEffect, useState } from 'react';

interface PresenceProps {
  /** Id of the story on the page. */
  story: number;
  /** How often the page says that it is open, in seconds. */
  everySeconds: number;
  /** Sentences with places for names: `{names}`, `{name}`. */
  labels: { looking: string; atWork: string; held: string };
  /** What the server knew when it made the page. */
  initial: PresenceFacts;
}

export interface PresenceFacts {
  viewers: readonly string[];
  holder: { name: string; isMe: boolean; atWork: boolean } | null;
}

/** Says who else looks at a story and who has it, and says to the others that this page is open. */
export function Presence({ story, everySeconds, labels, initial }: PresenceProps) {
  const [facts, setFacts] = useState(initial);
  useEffect(() => {
    let stopped = false;
    const beat = async () => {
      // A tab in the background looks at nothing.
      if (document.visibilityState !== 'visible') return;
      const body = new URLSearchParams({ story: String(story), atWork: '1' });
      const answer = await fetch('/api/desk/queue/presence', { method: 'POST', body, redirect: 'manual' }).catch(
        () => null,
      );
      if (!answer?.ok || stopped) return;
      const next = (await answer.json()) as PresenceFacts | null;
      if (next) setFacts(next);
    };
    void beat();
    const timer = setInterval(() => void beat(), everySeconds * 1000);
    document.addEventListener('visibilitychange', beat);
    return () => {
      stopped = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', beat);
    };
  }, [story, everySeconds]);
  const { viewers, holder } = facts;
  return (
    <p className="presence small" role="status">
      {holder && !holder.isMe && (
        <span>{labels[holder.atWork ? 'atWork' : 'held'].replace('{name}', holder.name)}</span>
      )}{' '}
      {viewers.length > 0 && <span>{labels.looking.replace('{names}', viewers.join(', '))}</span>}
    </p>
  );
}
