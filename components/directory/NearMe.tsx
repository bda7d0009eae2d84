'use client';

import { useEffect } from 'react';
import { NEAR_ME } from './near-me';

interface NearMeProps {
  /** Address of the directory without its query. */
  action: string;
  labels: { searching: string; refused: string };
}

/** About a hundred metres: enough for distances in kilometres, and not a person's door. */
const DECIMALS = 3;

/**
 * Asks the browser for the place only when its button is pressed. It renders nothing: the button stands in the form,
 * which the server writes anew after every choice, so the whole page is listened to.
 */
export function NearMe({ action, labels }: NearMeProps) {
  useEffect(() => {
    const onClick = ({ target }: Event) => {
      const button = target instanceof Element ? target.closest(`#${NEAR_ME}`) : null;
      if (!button) return;
      const say = (text: string) => button.nextElementSibling?.replaceChildren(text);
      say(labels.searching);
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          const params = new URLSearchParams(window.location.search);
          for (const name of ['from', 'page']) params.delete(name);
          params.set('near', `${coords.latitude.toFixed(DECIMALS)},${coords.longitude.toFixed(DECIMALS)}`);
          params.set('sort', 'distance');
          window.location.assign(`${action}?${params}`);
        },
        () => say(labels.refused),
        { timeout: 10_000, maximumAge: 600_000 },
      );
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [action, labels.searching, labels.refused]);
  return null;
}
