import type { FileKind, RefusalCode, RenditionFormat } from './fields';

/** One stored picture of a photo: its format, its size in pixels and bytes, and the SHA-256 (hex) of its content. */
export interface Rendition {
  /** `w480`, `w960`, `w1600`: the width that it stands for, the picture itself may be narrower; or `original`. */
  name: string;
  /** A PNG is an original only. */
  format: RenditionFormat | 'png';
  width: number;
  height: number;
  bytes: number;
  sha256: string;
}

/** A photo of a draft or a story as pages show it. Texts are the sender's own, empty where nothing was typed. */
export interface PhotoView {
  key: string;
  /** Name of the sender's file; to be shown as text only. */
  name: string;
  /** Of the cleaned original, in bytes and pixels. */
  bytes: number;
  width: number;
  height: number;
  /** Widths in pixels that exist, by the name of the rendition (`w480`). */
  sizes: { name: string; width: number; height: number }[];
  alt: string;
  author: string;
  /** The photo says where it was taken, and nobody has been asked yet whether to use that (S9). */
  offersPlace: boolean;
  /** The stored words, where `alt` and `author` are what was typed and could not be saved. */
  stored?: { alt: string; author: string };
}

export interface DocumentView {
  key: string;
  name: string;
  bytes: number;
  pages: number;
  audience: 'public' | 'staff';
  /** The stored choice, where `audience` is what was chosen and could not be saved. */
  stored?: { audience: 'public' | 'staff' };
}

/** A file that was just stored. */
export interface StoredFileView {
  key: string;
  kind: FileKind;
  name: string;
  bytes: number;
}

/** What became of one file of an upload. */
export type FileVerdict =
  | { ok: true; kind: FileKind; name: string; key: string }
  | { ok: false; kind: FileKind; name: string; code: RefusalCode };

/** What became of the files of the last upload that was made without a script; the page says it once. */
export type UploadReport = FileVerdict[];
