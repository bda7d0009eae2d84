import type { Settings } from '@/lib/env';

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;
type Level = Settings['LOG_LEVEL'];

export type Log = Record<Level, (message: string, facts?: Record<string, string | number>) => void>;

/**
 * A log of single lines: time, level, message, `name=value` facts. Nothing about a visitor is written:
 * no network address, no browser, and no query, which may hold what somebody searched for.
 */
export function createLog(
  level: Level,
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Log {
  const threshold = LEVELS.indexOf(level);
  const at = (name: Level): Log[Level] =>
    LEVELS.indexOf(name) > threshold
      ? () => {}
      : (message, facts = {}) => {
          const tail = Object.entries(facts).map(([key, value]) => ` ${key}=${oneLine(String(value))}`);
          write(`${new Date().toISOString()} ${name.padEnd(5)} ${oneLine(message)}${tail.join('')}`);
        };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

// A path may hold escapes that decode to line breaks; it must not be able to forge a line of the log.
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

/**
 * A log that nobody reads any more (a terminal or a supervisor that is gone) stops nothing. Without a listener each line that
 * cannot be written is an error, which is written to the log.
 */
export function keepGoingWithoutReader(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
