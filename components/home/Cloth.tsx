/** @jsxImportSource @/lib/html */
import { MARKS } from '@/components/ui/marks';
import type { HomeModel } from '@/lib/site/present-home';

interface ClothProps {
  cloth: HomeModel['cloth'];
  /** What the cloth is, in words. */
  label: string;
  /** Where the open tile leads, and what it says. */
  yours: { href: string; label: string };
}

/**
 * One tile for each enterprise, from north to south; the last one is open. A tile leads to its record for a
 * pointer; keys and screen readers, which would meet hundreds of links before the page begins, have one sentence
 * and the directory instead.
 */
export function Cloth({ cloth, label, yours }: ClothProps) {
  return (
    <>
      <p className="vh">{label}</p>
      <div className="tiles" aria-hidden="true">
        {cloth.map(({ id, href, name, mark, ground }) => (
          // biome-ignore lint/a11y/useAnchorContent: hidden with all its tiles; the mark is a mask
          <a
            key={id}
            className={`tile c${ground} ${mark && mark in MARKS ? `m-${mark}` : 'bare'}`}
            href={href}
            title={name}
            tabIndex={-1}
          />
        ))}
      </div>
      <a className="tile yours" href={yours.href}>
        <svg aria-hidden="true">
          <use href="#m-open" />
        </svg>
        <span className="vh">{yours.label}</span>
      </a>
    </>
  );
}
