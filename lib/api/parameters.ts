import type * as z from 'zod';
import { FACETS } from '@/lib/search/schema';
import { fail, ok, type Result } from '@/lib/shared/result';

/** What is wrong with one parameter. `reason` is a key of the messages under `Api.reasons`. */
export interface ParameterError {
  field: string;
  value: string;
  reason: string;
  /** What is allowed, ready to print. */
  allowed: string | null;
}

/** The address's parameters as the schemas take them: facets as lists, all others as single texts. */
function toInput(
  params: URLSearchParams,
  lists: readonly string[],
): { input: Record<string, unknown>; repeated: string[] } {
  const input: Record<string, unknown> = {};
  const repeated: string[] = [];
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    if (lists.includes(name)) {
      input[name] = [...new Set(values.flatMap((value) => value.split(',')).filter((value) => value !== ''))];
    } else {
      if (values.length > 1) repeated.push(name);
      input[name] = values[0];
    }
  }
  return { input, repeated };
}

/**
 * Checks the parameters of a request against a schema of `schema.ts`. Unlike the pages, the interface is strict: an
 * unknown or a wrong parameter is an error, so that a typing error never looks like an answer.
 * @param lists names of the parameters that take several values: the facets
 * @returns every error there is, not only the first
 */
export function parseParameters<T extends z.ZodType>(
  schema: T,
  params: URLSearchParams,
  lists: readonly string[] = FACETS,
): Result<z.output<T>, ParameterError[]> {
  const { input, repeated } = toInput(params, lists);
  const errors = repeated.map((field) => ({
    field,
    value: params.getAll(field).join(', ').slice(0, 100),
    reason: 'repeated',
    allowed: null,
  }));
  const parsed = schema.safeParse(input);
  if (parsed.success) return errors.length > 0 ? fail(errors) : ok(parsed.data);
  return fail([...errors, ...parsed.error.issues.flatMap((issue) => toErrors(issue, params))]);
}

const CUSTOM_ALLOWED: Record<string, string> = {
  bbox: 'west,south,east,north',
  near: 'lat,lon',
};

function toErrors(issue: z.core.$ZodIssue, params: URLSearchParams): ParameterError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => ({
      field,
      value: shown(params, field),
      reason: 'unknownParameter',
      allowed: null,
    }));
  }
  const field = String(issue.path[0] ?? '');
  const value = shown(params, field);
  if (issue.code === 'custom') {
    return [{ field, value, reason: issue.message, allowed: CUSTOM_ALLOWED[issue.message] ?? null }];
  }
  if (issue.code === 'invalid_value') return [{ field, value, reason: 'notAllowed', allowed: issue.values.join(', ') }];
  if (issue.code === 'too_small') return [{ field, value, reason: 'tooSmall', allowed: `≥ ${issue.minimum}` }];
  if (issue.code === 'too_big') {
    const reason = issue.origin === 'string' ? 'tooLong' : issue.origin === 'array' ? 'tooMany' : 'tooBig';
    return [{ field, value, reason, allowed: `≤ ${issue.maximum}` }];
  }
  return [{ field, value, reason: 'malformed', allowed: NUMBER_ALLOWED[field] ?? null }];
}

const NUMBER_ALLOWED: Record<string, string> = {
  limit: '1–100',
  yearFrom: '1000–3000',
  yearTo: '1000–3000',
  radiusKm: '0.1–1000',
};

const shown = (params: URLSearchParams, field: string) => params.getAll(field).join(',').slice(0, 100);
