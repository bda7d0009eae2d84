'use client';

import type { FormLiveProps } from './FormLive';
import { LiveForm } from './LiveForm';
import type { Validation } from './validation';

const ONLY_THE_SERVER: Validation = { errors: null, check: () => {}, checkAll: async () => [] };

/** The form of a page that is saved while it is written, and checked by the server: that of the files, whose script is large. */
export function FormSaving({ fields: _, templates: __, ...rest }: FormLiveProps) {
  return <LiveForm {...rest} validation={ONLY_THE_SERVER} />;
}
