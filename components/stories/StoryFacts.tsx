import { Fragment } from 'react';
import type { StoryFact, ValueLink } from '@/lib/stories/present';

/** What is known of a story in a few words: who, where, when, of which kind. */
export function StoryFacts({ facts }: { facts: readonly StoryFact[] }) {
  return (
    <dl className="facts story-facts">
      {facts.map((fact) => (
        <div key={fact.key} className="fact">
          <dt>{fact.label}</dt>
          <dd>
            {fact.values.map((value, index) => (
              <Fragment key={value.label}>
                {index > 0 && ', '}
                <Value value={value} />
              </Fragment>
            ))}
            {fact.detail && <span className="muted"> ({fact.detail})</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value: { label, href } }: { value: ValueLink }) {
  return href === null ? label : <a href={href}>{label}</a>;
}
