import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/*
 * The doors of the program, found in the tree: nobody can add one that the tests do not know of.
 */
export const ROOT = path.resolve(import.meta.dirname, '../../..');
const DESK = 'api/desk/';

export interface Route {
  /** File from the root. */
  file: string;
  /** Folder under app/, e.g. `api/story/save`. */
  name: string;
  methods: string[];
  source: string;
}

const METHOD = /export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g;

/** Every route handler under app/. */
export function listRoutes(): Route[] {
  return readdirSync(path.join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .map((file) => {
      const source = readFileSync(path.join(ROOT, 'app', file), 'utf8');
      const methods = [...source.matchAll(METHOD)].map(([, method = '']) => method);
      return { file: `app/${file}`, name: path.dirname(file), methods, source };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Those of the desk, by their name under api/desk. */
export const listDeskRoutes = () =>
  listRoutes()
    .filter(({ name }) => name.startsWith(DESK))
    .map((route) => ({ ...route, name: route.name.slice(DESK.length) }));

export const listPublicRoutes = () => listRoutes().filter(({ name }) => !name.startsWith(DESK));

/** Files with server actions: there are none, every form goes to a plain address (decisions/0010). */
export function listServerActions(): string[] {
  return ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => /^\s*['"]use server['"]/m.test(readFileSync(path.join(ROOT, folder, file), 'utf8')))
      .map((file) => `${folder}/${file}`),
  );
}
