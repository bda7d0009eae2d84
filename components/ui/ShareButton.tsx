'use client';

import { useEffect, useState } from 'react';
import { Icon } from './Icon';

/** Opens the device's own share sheet; appears only where the browser has one. */
export function ShareButton({ label, title, url }: { label: string; title: string; url: string }) {
  const [able, setAble] = useState(false);
  useEffect(() => setAble(typeof navigator.share === 'function'), []);
  if (!able) return null;
  return (
    <button type="button" className="act" onClick={() => void navigator.share({ title, url }).catch(() => undefined)}>
      <Icon name="external" /> {label}
    </button>
  );
}
