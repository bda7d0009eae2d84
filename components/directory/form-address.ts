/**
 * The form of the directory and the address say the same thing. These functions translate between the two in the
 * browser; without JavaScript the browser's own GET submission does it.
 */

/** Parameters that are no field of the form and that another choice makes void. */
const VOID_AFTER_CHANGE = ['page', 'exact'];

/**
 * The parameters after a change in the form: what is still chosen keeps its place, what is new goes to the end (the
 * chips stand in the order of choosing), empty fields are left out, and so is the page.
 *
 * @param present the parameters of the address; those that are no fields (view, map) stay as they are
 */
export function paramsOfForm(
  present: URLSearchParams,
  fields: FormData,
  fieldNames: ReadonlySet<string>,
): URLSearchParams {
  const wanted = new Map<string, string[]>();
  for (const [name, value] of fields) {
    if (typeof value !== 'string' || value.trim() === '' || !fieldNames.has(name)) continue;
    wanted.set(name, [...(wanted.get(name) ?? []), value]);
  }

  const result = new URLSearchParams();
  for (const [name, value] of present) {
    if (VOID_AFTER_CHANGE.includes(name)) continue;
    const values = wanted.get(name);
    const index = values?.indexOf(value) ?? -1;
    if (!fieldNames.has(name)) result.append(name, value);
    else if (values && index >= 0) {
      result.append(name, value);
      values.splice(index, 1);
    }
  }
  for (const [name, values] of wanted) for (const value of values) result.append(name, value);
  return result;
}

type Field = HTMLInputElement | HTMLSelectElement;

/**
 * What a visitor can fill in: the fields with a name, those included that belong to the form by their `form`
 * attribute. Hidden ones only repeat the address for a plain submission.
 */
export function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (element): element is Field =>
      (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      element.type !== 'hidden',
  );
}

/**
 * Makes the fields say again what the server wrote into them: after "back", the ticks must be those of the list
 * beside them. A browser leaves alone what somebody has touched, and so does React. A select has no memory of what
 * the server wrote, so it carries it in `data-shown`. The search field is renewed with its text instead.
 */
export function showWhatTheServerSaid(form: HTMLFormElement): void {
  for (const field of fieldsOf(form)) {
    if (field === document.activeElement && field.type !== 'checkbox') continue;
    if (field instanceof HTMLSelectElement) field.value = field.dataset.shown ?? '';
    else if (field.type === 'checkbox') field.checked = field.defaultChecked;
    else if (field.name !== 'q') field.value = field.defaultValue;
  }
}
