import type { MouseEvent } from 'react';
import { FILE_ACTION, fileControls } from '@/lib/files/answers';
import type { FileItem } from '@/lib/files/present';
import { fill } from '@/lib/i18n/templates';
import { ErrorLine } from '../ui/ErrorLine';
import type { FileListName } from './form-parts';
import type { FileLabels } from './labels';

interface FileEntryProps {
  list: FileListName;
  item: FileItem;
  labels: FileLabels;
  faults: { alt?: string; author?: string };
  isFirst: boolean;
  isLast: boolean;
  /** The error summary leads here. */
  isTarget: boolean;
  onPress?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
}

/** One file: what it is, its words, its buttons. */
export function FileEntry(props: FileEntryProps) {
  const { list, item, labels, isFirst, isLast, onPress } = props;
  const { key, name, facts, picture } = item;
  const names = fileControls(list, key);
  const button = (what: string, words: string) => (
    <button
      className="btn second sm"
      type="submit"
      name={FILE_ACTION}
      value={`${what}:${key}`}
      formNoValidate
      onClick={onPress}
    >
      {words}
      <span className="vh"> {name}</span>
    </button>
  );
  return (
    <li className={picture ? 'file photo' : 'file'} id={`file-${key}`} tabIndex={-1}>
      <input type="hidden" name={names.file} value={key} />
      <input type="hidden" name={names.seen} value={item.seen} />
      {picture && (
        // The words beside it say what it is; nobody has described it yet. Its sizes were made when it came.
        // biome-ignore lint/performance/noImgElement: next/image would make what lib/files has made
        <img className="file-picture" src={picture.src} width={picture.width} height={picture.height} alt="" />
      )}
      <div className="file-words">
        <p className="file-name">
          <b>{name}</b> <span className="small muted">{facts}</span>
        </p>
        {list === 'photos' ? <PhotoWords {...props} /> : <Audience {...props} />}
        {item.offersPlace && (
          <div className="notice">
            <b>{labels.placeTitle}</b>
            <p>{fill(labels.placeText, { name })}</p>
            <div className="row">
              {button('place', labels.placeUse)}
              {button('noplace', labels.placeNo)}
            </div>
          </div>
        )}
        <div className="file-buttons">
          {!isFirst && button('up', labels.up)}
          {!isLast && button('down', labels.down)}
          {button('remove', labels.remove)}
        </div>
      </div>
    </li>
  );
}

function PhotoWords({ list, item: { key, alt, author }, labels, faults, isTarget }: FileEntryProps) {
  const names = fileControls(list, key);
  const line = (part: 'alt' | 'author', id: string, value: string, hint: string | null) => (
    <>
      {hint && (
        <p className="hint small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="err" id={`${id}-error`}>
        {faults[part] && <ErrorLine>{faults[part]}</ErrorLine>}
      </div>
      <input
        className="in"
        type="text"
        id={id}
        name={names[part]}
        defaultValue={value}
        aria-describedby={hint ? `${id}-hint ${id}-error` : `${id}-error`}
        aria-invalid={faults[part] ? true : undefined}
        autoComplete="off"
      />
    </>
  );
  const altId = isTarget && !faults.author ? 'f-photos' : `alt-${key}`;
  const authorId = isTarget && faults.author ? 'f-photos' : `author-${key}`;
  return (
    <>
      <div className={faults.alt ? 'q bad' : 'q'}>
        <label htmlFor={altId}>{labels.alt}</label>
        {line('alt', altId, alt, labels.altHint)}
      </div>
      <div className={faults.author ? 'q bad' : 'q'}>
        <label htmlFor={authorId}>
          {labels.author} <span className="opt">{labels.optional}</span>
        </label>
        {line('author', authorId, author, null)}
      </div>
    </>
  );
}

function Audience({ list, item: { key, audience }, labels }: FileEntryProps) {
  const names = fileControls(list, key);
  const choice = (value: 'staff' | 'public', words: string) => (
    <label>
      <input type="radio" name={names.audience} value={value} defaultChecked={audience === value} />{' '}
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset className="file-audience">
      <legend>{labels.audience}</legend>
      {choice('staff', labels.staff)}
      {choice('public', labels.public)}
    </fieldset>
  );
}
