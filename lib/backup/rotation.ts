/**
 * Which backups stay in DATA_DIR/backups. A file is kept when one of these holds:
 * it was made in the last two days; it is the newest of one of the last 7 days, 4 weeks (from Monday) or 12 months that
 * have one. Days are those of UTC. Only files with our own names are looked at: any other name is never removed.
 */
export const KEPT = { hours: 48, days: 7, weeks: 4, months: 12 } as const;

const NAME = /^solidarna-mapa-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar\.gz$/;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function backupName(at: Date): string {
  return `solidarna-mapa-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar.gz`;
}

/** When a backup with a name of ours was made; null for other names. */
export function backupTime(name: string): Date | null {
  const [, day, hours, minutes, seconds] = NAME.exec(name) ?? [];
  const time = new Date(`${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** Names of the files that the rule does not keep. The newest is always kept. */
export function outdated(names: readonly string[], now: Date): string[] {
  const backups = names
    .flatMap((name) => {
      const time = backupTime(name);
      return time ? [{ name, time }] : [];
    })
    .sort((a, b) => b.time.getTime() - a.time.getTime());
  const kept = new Set(backups.slice(0, 1).map(({ name }) => name));
  for (const { name, time } of backups) {
    if (now.getTime() - time.getTime() < KEPT.hours * HOUR_MS) kept.add(name);
  }
  for (const [period, number] of [
    [dayOf, KEPT.days],
    [weekOf, KEPT.weeks],
    [monthOf, KEPT.months],
  ] as const) {
    const newest = new Map<string, string>();
    for (const { name, time } of backups) {
      if (!newest.has(period(time))) newest.set(period(time), name);
    }
    for (const name of [...newest.values()].slice(0, number)) kept.add(name);
  }
  return backups.map(({ name }) => name).filter((name) => !kept.has(name));
}

const dayOf = (time: Date) => time.toISOString().slice(0, 10);
const monthOf = (time: Date) => time.toISOString().slice(0, 7);
/** The Monday of its week. */
const weekOf = (time: Date) => dayOf(new Date(time.getTime() - ((time.getUTCDay() + 6) % 7) * DAY_MS));
