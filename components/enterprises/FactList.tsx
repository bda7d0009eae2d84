/** @jsxImportSource @/lib/html */
import { Fragment } from '@/lib/html/jsx-runtime';
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
            <FactValue locale={locale} fact={fact} />
            {fact.meaning && <p className="small muted">{fact.meaning}</p>}
            {fact.clash && (
              <p className="clash">
                <b>{words(locale, 'Record')('clash')}</b> {fact.clash.said}
                {fact.clash.notes.map((note) => (
                  <span key={note} lang="en">
                    {' '}
                    {note}
                  </span>
                ))}
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

function FactValue({ locale, fact }: { locale: Locale; fact: FactRow }) {
  if (fact.alternatives.length === 0) return <span className="unknown">{fact.unknown}</span>;
  return (
    <>
      {fact.alternatives.map((values, index) => (
        <Fragment key={values.map(({ label }) => label).join()}>
          {index > 0 && ` ${words(locale, 'Record')('clashOr')} `}
          {values.map((value, place) => (
            <Fragment key={value.label}>
              {place > 0 && ', '}
              <Value value={value} />
            </Fragment>
          ))}
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
