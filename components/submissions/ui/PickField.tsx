import { Slot } from '@/components/ui/Slot';

interface PickFieldProps {
  name: string;
  /** Name of the hidden control with the id of what was picked. */
  idName: string;
  defaultText: string;
  defaultId: string;
  describedBy: string;
  autoComplete: string;
  invalid: boolean;
}

/** A text field for something that can be picked from a list (live/FieldCombobox); without a script it is a text field. */
export function PickField({
  name,
  idName,
  defaultText,
  defaultId,
  describedBy,
  autoComplete,
  invalid,
}: PickFieldProps) {
  return (
    <div className="pick">
      <input
        className="in"
        id={`f-${name}`}
        name={name}
        type="text"
        defaultValue={defaultText}
        autoComplete={autoComplete}
        spellCheck={false}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
      />
      <input type="hidden" name={idName} defaultValue={defaultId} />
      <Slot slot="picks" field={name} />
    </div>
  );
}
