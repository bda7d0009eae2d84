/** @jsxImportSource @/lib/html */
import { trusted } from '@/lib/html/html';
import { ICONS, type IconName } from './icons';

/** `Icon` as finished HTML. */
export function IconHtml({ name }: { name: IconName }) {
  return (
    <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
      {trusted(ICONS[name])}
    </svg>
  );
}
