// Read by any Node there is: no syntax and no import here that an old one lacks.

/** The oldest Node that the dependencies run on; package.json says the same. */
export const OLDEST_NODE = [20, 19];

/**
 * What is wrong with a version of Node, in one line; null when it will do.
 * @param {string} version as in process.versions.node
 * @returns {string | null}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Node.js ${version} is too old: this program needs ${OLDEST_NODE.join('.')} or newer. Install it from https://nodejs.org, then run the command again.`;
}
