import { accessSync, constants, existsSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { Problem, toProblem } from './problem.mjs';

const MEBIBYTE = 1_048_576;
/** A day's import, its backup and SQLite's log. */
const DATA_NEEDS_MIB = 64;
/** The installed packages and a build, as measured, with some air. */
const INSTALL_NEEDS_MIB = 1_600;
const BUILD_NEEDS_MIB = 300;

/**
 * Fails when another program listens on the port, or this user may not.
 * @param {number} port
 * @returns {Promise<void>}
 */
export function checkPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(portProblem(error, port)));
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/**
 * @param {unknown} error what listening threw
 * @param {number} port
 */
export function portProblem(error, port) {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === 'EADDRINUSE') {
    return new Problem(
      `Port ${port} is in use by another program`,
      `Stop that program, or choose another port: PORT=${port < 65535 ? port + 1 : 3000} npm start`,
      error,
    );
  }
  if (code === 'EACCES') {
    return new Problem(
      `This user may not use port ${port}`,
      'Choose a port from 1024 on (PORT=3000) and put a proxy in front; see docs/operations.md',
      error,
    );
  }
  return toProblem(error, `listening on port ${port}`);
}

/**
 * Makes the folder where it is missing and tries to write in it.
 * @param {string} folder
 * @param {string} name of the setting that says where it is
 */
export function checkWritable(folder, name) {
  try {
    mkdirSync(folder, { recursive: true });
    const probe = path.join(folder, `.write-test-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOSPC') throw toProblem(error, `writing in ${folder}`);
    throw new Problem(
      `${name}=${folder} cannot be written`,
      `Give this user the right to write there (chown, chmod), or set ${name} to another folder`,
      error,
    );
  }
}

/**
 * Fails when the database file exists but cannot be read and written by this user.
 * @param {string} file
 */
export function checkDatabaseAccess(file) {
  if (!existsSync(file)) return;
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new Problem(
      `The database ${file} cannot be read and written by this user`,
      'Change its owner or rights (chown, chmod)',
      error,
    );
  }
}

/**
 * Fails when a disk has less free space than the start may need.
 * @param {{ dataDir: string, databaseFile: string, root: string, install: boolean, build: boolean }} plan
 * @param {(folder: string) => number} [freeBytes]
 */
export function checkSpace({ dataDir, databaseFile, root, install, build }, freeBytes = freeBytesOf) {
  const database = existsSync(databaseFile) ? statSync(databaseFile).size : 0;
  // A backup and a migration each need the whole database once more.
  demand(dataDir, DATA_NEEDS_MIB + Math.ceil((2 * database) / MEBIBYTE), freeBytes);
  demand(root, (install ? INSTALL_NEEDS_MIB : 0) + (build ? BUILD_NEEDS_MIB : 0), freeBytes);
}

/**
 * @param {string} folder
 * @param {number} mebibytes
 * @param {(folder: string) => number} freeBytes
 */
function demand(folder, mebibytes, freeBytes) {
  const free = Math.floor(freeBytes(folder) / MEBIBYTE);
  if (free >= mebibytes) return;
  throw new Problem(
    `The disk is full: ${folder} has ${free} MiB left, and ${mebibytes} MiB are needed`,
    'Free some space and start again; nothing was changed',
  );
}

/** @param {string} folder */
function freeBytesOf(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
