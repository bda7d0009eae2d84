import 'server-only';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What runs here. */
export interface VersionsView {
  node: string;
  /** First digits of the commit of a clone; null where the program was installed without one. */
  commit: string | null;
}

export function readVersions(folder = process.cwd()): VersionsView {
  return { node: process.versions.node, commit: readCommit(folder)?.slice(0, 12) ?? null };
}

/** Reads what git would say, without git. @returns null for whatever is no plain clone */
function readCommit(folder: string): string | null {
  try {
    const git = gitFolder(path.join(folder, '.git'));
    const head = readFileSync(path.join(git, 'HEAD'), 'utf8').trim();
    const [, ref] = /^ref: (refs\/[\w./-]+)$/.exec(head) ?? [];
    return isHash(ref ? readRef(git, ref) : head);
  } catch {
    return null;
  }
}

/** Of a work tree beside a clone `.git` is a file that names the folder. */
function gitFolder(git: string): string {
  if (statSync(git).isDirectory()) return git;
  const [, named = ''] = /^gitdir: (.+)$/m.exec(readFileSync(git, 'utf8')) ?? [];
  return path.resolve(path.dirname(git), named);
}

function readRef(git: string, ref: string): string {
  const common = path.join(git, 'commondir');
  const shared = existsSync(common) ? path.resolve(git, readFileSync(common, 'utf8').trim()) : git;
  for (const place of [git, shared]) {
    const file = path.join(place, ref);
    if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  }
  const packed = readFileSync(path.join(shared, 'packed-refs'), 'utf8').split('\n');
  return packed.find((line) => line.endsWith(` ${ref}`))?.split(' ', 1)[0] ?? '';
}

const isHash = (text: string) => (/^[0-9a-f]{40,64}$/.test(text) ? text : null);
