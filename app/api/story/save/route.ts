import { assertSameOrigin } from '@/lib/abuse/origin';
import { createGate, TooBusyError } from '@/lib/shared/gate';
import { parseStep } from '@/lib/story-form/steps';
import { firstOf, readForm } from '../_support/form';
import { answerSave, refuse } from '../_support/save-page';

/** A larger request holds no story that the limits allow, in bytes; it is read to be given back, one at a time. */
const LARGE = 1_048_576;
/** Those that wait have not been read: they cost a connection each, and no memory. */
const oneByOne = createGate(1, 20);

/** One page of the form, saved: by its buttons, and by our script while somebody writes. */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? 0) <= LARGE) return save(request);
  try {
    return await oneByOne(() => save(request));
  } catch (error) {
    if (error instanceof TooBusyError) return refuse(request, 'organisation', [], { code: 'busy' });
    throw error;
  }
}

async function save(request: Request): Promise<Response> {
  const form = await readForm(request);
  const entries = form.ok ? form.value : [];
  const page = parseStep(firstOf(entries, 'page')) ?? 'organisation';
  if (!form.ok) return refuse(request, page, entries, form.error);
  if (!assertSameOrigin(request).ok) return refuse(request, page, entries, { code: 'crossOrigin' });
  return answerSave(request, page, entries);
}
