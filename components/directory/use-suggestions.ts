'use client';

import { useEffect, useState } from 'react';
import type { SuggestionList } from '@/lib/search/present-suggestions';
import { NO_SUGGESTIONS } from './suggestions';

/** Long enough for a fast typist to cause one request for a word, short enough to feel immediate. */
const DEBOUNCE_MS = 140;

/**
 * Suggestions for what is being typed; the latest answer wins, because every new text aborts the request before it.
 * A failed request gives no suggestions: the field still searches.
 */
export function useSuggestions(text: string, locale: string, of?: 'stories'): SuggestionList {
  const [list, setList] = useState(NO_SUGGESTIONS);
  const wanted = text.trim();

  useEffect(() => {
    if (wanted.length < 2) {
      setList(NO_SUGGESTIONS);
      return;
    }
    const request = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ q: wanted, locale, ...(of && { of }) });
        const response = await fetch(`/api/suggest?${query}`, { signal: request.signal });
        setList(response.ok ? ((await response.json()) as SuggestionList) : NO_SUGGESTIONS);
      } catch {
        if (!request.signal.aborted) setList(NO_SUGGESTIONS);
      }
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [wanted, locale, of]);

  return list;
}
