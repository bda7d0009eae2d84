import { assertSameOrigin } from '@/lib/abuse/origin';
import { parseStep } from '@/lib/story-form/steps';
import { firstOf, readForm } from '../_support/form';
import { answerSave, refuse } from '../_support/save-page';

/** One page of the form, saved: by its buttons, and by our script while somebody writes. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  const entries = form.ok ? form.value : [];
  const page = parseStep(firstOf(entries, 'page')) ?? 'organisation';
  if (!form.ok) return refuse(request, page, entries, form.error);
  if (!assertSameOrigin(request).ok) return refuse(request, page, entries, { code: 'crossOrigin' });
  return answerSave(request, page, entries);
}
