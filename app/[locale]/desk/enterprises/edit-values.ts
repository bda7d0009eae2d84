import type { KeptDraft } from '@/lib/keeping/drafts';
import type { FormValues } from '@/lib/keeping/form-values';
import type { SaveFault } from '@/lib/keeping/save-fault';
import { todayInSerbia } from '@/lib/search/today';

/** What stands in the form: what was typed before, over what is now where somebody else changed it; or the record itself. */
export function editValues(draft: KeptDraft<SaveFault> | null, present: FormValues): FormValues {
  if (draft?.fault.code === 'stale') return draft.fault.values;
  return draft?.typed ?? { ...present, 'source.retrievedOn': [todayInSerbia()] };
}
