'use client';

import { useEffect, useState } from 'react';

interface NearMeProps {
  /** Address of the directory without its query. */
  action: string;
  labels: { button: string; searching: string; refused: string };
}

/** About a hundred metres: enough for distances in kilometres, and not a person's door. */
const DECIMALS = 3;

/** Asks the browser for the place only when pressed; without JavaScript it is not there. */
export function NearMe({ action, labels }: NearMeProps) {
  const [usable, setUsable] = useState(false);
  const [message, setMessage] = useState('');
  useEffect(() => setUsable('geolocation' in navigator), []);
  if (!usable) return null;

  const locate = () => {
    setMessage(labels.searching);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const params = new URLSearchParams(window.location.search);
        for (const name of ['from', 'page']) params.delete(name);
        params.set('near', `${coords.latitude.toFixed(DECIMALS)},${coords.longitude.toFixed(DECIMALS)}`);
        params.set('sort', 'distance');
        window.location.assign(`${action}?${params}`);
      },
      () => setMessage(labels.refused),
      { timeout: 10_000, maximumAge: 600_000 },
    );
  };

  return (
    <p className="near-me">
      <button className="btn second sm" type="button" onClick={locate}>
        {labels.button}
      </button>
      <span role="status">{message}</span>
    </p>
  );
}
