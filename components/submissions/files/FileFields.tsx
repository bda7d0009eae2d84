import type { MouseEvent } from 'react';
import { FILE_ACTION, FILE_FIELDS } from '@/lib/files/answers';
import type { FileItem } from '@/lib/files/present';
import { FileChooser } from './FileChooser';
import { FileEntry } from './FileEntry';
import type { FileListName } from './form-parts';
import type { FileLabels } from './labels';

/** Words of faults of single files: by key, then by control. */
export type ItemFaults = Record<string, { alt?: string; author?: string }>;

export interface FileListProps {
  list: FileListName;
  items: readonly FileItem[];
  faults: ItemFaults;
  labels: FileLabels;
}

/** The photo or document that the error summary leads to. */
const badKeyOf = ({ items, faults }: FileListProps) => items.find(({ key }) => faults[key] !== undefined)?.key;

/** The files of one question in their order; every button is one of the page's form. */
export function FileEntries(props: FileListProps & { onPress?: (event: MouseEvent<HTMLButtonElement>) => void }) {
  const { list, items, faults, labels, onPress } = props;
  if (items.length === 0) return null;
  const badKey = badKeyOf(props);
  return (
    <ol className="file-list" aria-label={labels.list}>
      {items.map((item, at) => (
        <FileEntry
          key={item.key}
          list={list}
          item={item}
          labels={labels}
          faults={faults[item.key] ?? {}}
          isFirst={at === 0}
          isLast={at === items.length - 1}
          isTarget={item.key === badKey}
          onPress={onPress}
        />
      ))}
    </ol>
  );
}

interface FileAddProps extends FileListProps {
  accept: string;
  most: number;
  /** Takes what is chosen at once; without it a button sends it. */
  onFiles?: (files: readonly File[]) => void;
}

/** The field for more files, or that there is no room. */
export function FileAdd(props: FileAddProps) {
  const { list, items, labels, accept, most, onFiles } = props;
  if (items.length >= most) return <p className="hint">{labels.full}</p>;
  return (
    <FileChooser
      id={badKeyOf(props) === undefined ? `f-${list}` : `choose-${list}`}
      name={FILE_FIELDS[list === 'photos' ? 'photo' : 'document']}
      accept={accept}
      labels={labels}
      describedBy={`h-${list} e-${list}`}
      action={FILE_ACTION}
      onFiles={onFiles}
    />
  );
}
