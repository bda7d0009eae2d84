import type { ChangeEvent } from 'react';
import type { FileLabels } from './labels';

interface FileChooserProps {
  id: string;
  name: string;
  accept: string;
  labels: FileLabels;
  describedBy: string;
  /** Name of the buttons of files. */
  action: string;
  /** The script sends what is chosen at once; without it a button does. */
  onFiles?: ((files: readonly File[]) => void) | undefined;
}

/** The field of files. The label is a button for the eye once files are sent by themselves; the field stays for the keyboard. */
export function FileChooser({ id, name, accept, labels, describedBy, action, onFiles }: FileChooserProps) {
  function onChange({ currentTarget }: ChangeEvent<HTMLInputElement>): void {
    const files = [...(currentTarget.files ?? [])];
    // What is sent by the script must not go along with the page once more.
    currentTarget.value = '';
    if (files.length > 0) onFiles?.(files);
  }
  return (
    <div className={onFiles ? 'chooser alive' : 'chooser'}>
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        multiple
        aria-describedby={describedBy}
        onChange={onFiles ? onChange : undefined}
      />
      <label htmlFor={id}>{labels.choose}</label>
      {!onFiles && (
        <button className="btn second" type="submit" name={action} value="add" formNoValidate>
          {labels.add}
        </button>
      )}
    </div>
  );
}
