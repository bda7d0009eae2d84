import type { KeyboardLabels, Shortcut } from './Keyboard';
import { ALL_KEYS } from './keys';

interface ShortcutListProps {
  labels: KeyboardLabels;
  shortcuts: readonly Shortcut[];
  off: ReadonlySet<string>;
  toggle: (key: string) => void;
}

/** Every key of the page with what it does, and a tick that turns it off. */
export function ShortcutList({ labels, shortcuts, off, toggle }: ShortcutListProps) {
  return (
    <>
      <label className="desk-tick">
        <input type="checkbox" checked={!off.has(ALL_KEYS)} onChange={() => toggle(ALL_KEYS)} /> {labels.all}
      </label>
      <table>
        <thead>
          <tr>
            <th scope="col">{labels.key}</th>
            <th scope="col">{labels.does}</th>
            <th scope="col">{labels.on}</th>
          </tr>
        </thead>
        <tbody>
          {shortcuts.map(({ key, name }) => (
            <tr key={key}>
              <td>
                <kbd>{key}</kbd>
              </td>
              <td>{name}</td>
              <td>
                {key !== '?' && (
                  <label>
                    <input
                      type="checkbox"
                      checked={!off.has(key) && !off.has(ALL_KEYS)}
                      disabled={off.has(ALL_KEYS)}
                      onChange={() => toggle(key)}
                    />
                    <span className="vh">
                      {key}: {name}
                    </span>
                  </label>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
