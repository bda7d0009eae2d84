/** @jsxImportSource @/lib/html */
import { IconHtml } from '@/components/ui/IconHtml';
import type { DirectoryWords, PhoneModel } from '@/lib/search/present';

interface PhoneBarProps {
  t: DirectoryWords;
  phone: PhoneModel;
  isMap: boolean;
}

/** On a phone: the page of filters, and the map or back to the list; plain links, so that "back" works. */
export function PhoneBar({ t, phone, isMap }: PhoneBarProps) {
  return (
    <>
      <a href="#filteri">
        <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M3 7h9m6 0h3M3 17h3m6 0h9" />
          <circle cx="15" cy="7" r="2.5" />
          <circle cx="9" cy="17" r="2.5" />
        </svg>
        {phone.filters}
      </a>
      <a className="main" href={phone.otherHref}>
        <IconHtml name={isMap ? 'list' : 'map'} />
        {isMap ? phone.list : t('map')}
      </a>
    </>
  );
}
