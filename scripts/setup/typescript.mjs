import nodeModule from 'node:module';
import { register } from 'tsx/esm/api';

/** What the hooks need to know of Node's loader. */
const NOTHING = 'data:text/javascript,';
const HOOKS = `export const resolve = (name, context, next) =>
  name === 'server-only' ? { url: '${NOTHING}', format: 'module', shortCircuit: true } : next(name, context);`;

/**
 * Lets this process import our TypeScript, and modules marked `server-only`: outside Next that package throws, unless Node
 * runs with the condition `react-server`, which Next itself must not have in the same process.
 */
export function registerTypeScript() {
  register();
  nodeModule.register(`data:text/javascript,${encodeURIComponent(HOOKS)}`);
}
