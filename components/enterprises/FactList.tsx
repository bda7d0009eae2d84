import { Fragment } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { FactLink, FactRow, FactSide } from '@/lib/site/record/facts';

/** What is known of an enterprise: each fact with its source and day at its side, what is not known in words. */
export function FactList({ locale, facts }: { locale: Locale; facts: readonly FactRow[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.key} className="fact">
          <dt>{fact.label}</dt>
          <dd>
            <FactValue fact={fact} />
            {fact.meaning && <p className="small muted">{fact.meaning}</p>}
            {fact.clash && (
              <p className="clash">
                <b>{words(locale, 'Record')('clash')}</b> {fact.clash}
              </p>
            )}
          </dd>
          <dd className="src">
            <Side side={fact.side} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FactValue({ fact }: { fact: FactRow }) {
  if (fact.values.length === 0) return <span className="unknown">{fact.unknown}</span>;
  return (
    <>
      {fact.values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sources may give the same value
        <Fragment key={index}>
          {index > 0 && fact.separator}
          <Value value={value} />
        </Fragment>
      ))}
      {fact.detail && <span className="muted"> {fact.detail}</span>}
    </>
  );
}

function Value({ value: { href, label } }: { value: FactLink }) {
  if (href === null) return <span className="num">{label}</span>;
  // A site of somebody else: search engines take no vouching from it.
  const rel = href.startsWith('http') ? 'nofollow noopener' : undefined;
  return (
    <a href={href} rel={rel}>
      {label}
    </a>
  );
}

function Side({ side }: { side: FactSide }) {
  if (side.tag === 'text') return side.text;
  if (side.tag === 'link') return <Value value={side.link} />;
  return (
    <>
      {side.sources.map((source) => (
        <span key={source.id} className="from">
          {source.href === null ? (
            source.host
          ) : (
            <a href={source.href} rel="nofollow noopener" title={source.title}>
              {source.host}
            </a>
          )}
          {source.read && ` ${source.read}`}
        </span>
      ))}
      {side.note && <span className="from">{side.note}</span>}
    </>
  );
}
