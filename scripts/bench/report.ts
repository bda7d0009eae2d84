import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import type { Goal, MeasuredPart, PartResult, RunDescription, Table } from './results';

const GOAL_HEAD = ['What', 'Ours', 'Limit', 'Ratio', 'Goal', 'Met'] as const;

/** The page docs/benchmarks.md: the goals of all parts first, then each part with the run that measured it. */
export function writePage(parts: readonly MeasuredPart[]): string {
  const goals = parts.flatMap((part) => part.result.goals);
  const met = goals.filter((goal) => goal.met).length;
  const lines = [
    '# Benchmarks',
    '',
    'Written by `npm run bench`; do not edit. Each part names the command, the commit and the machine that it was',
    'measured with; a part that is run again replaces its own figures and no others.',
    '',
    'Every figure of ours stands beside its limit, measured in the same run on the same machine; the load comes from',
    'the same machine and takes its share. Times differ from machine to machine: the ratios are what counts, and',
    'differences under 1.5 times between runs are noise.',
    '',
    `## Goals: ${met} of ${goals.length} met`,
    '',
    ...markdownTable(GOAL_HEAD, goals.map(goalRow)),
    ...parts.flatMap(writePart),
  ];
  return `${lines.join('\n')}\n`;
}

function writePart({ result, run }: MeasuredPart): string[] {
  const notes = [describeRun(run), ...result.notes];
  return ['', `## ${result.title}`, '', ...notes.map((note) => `- ${note}`), ...result.tables.flatMap(writeTable)];
}

function describeRun(run: RunDescription): string {
  const how = run.quick ? 'A quick run (fewer rounds, shorter loads): ' : '';
  return `${how}\`${run.command}\`, ${run.date}, ${run.commit}, ${run.machine}.`;
}

function writeTable(table: Table): string[] {
  return [
    '',
    `### ${table.title}`,
    '',
    ...markdownTable(table.head, table.rows),
    ...(table.note ? ['', table.note] : []),
  ];
}

function goalRow(goal: Goal): string[] {
  return [goal.what, goal.ours, goal.limit, goal.ratio, goal.goal, goal.met ? 'yes' : '**no**'];
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)];
}

/** A part for the terminal, in columns. */
export function showPart(part: PartResult): string {
  const tables: Table[] = [...part.tables];
  if (part.goals.length > 0) tables.push({ title: 'Goals', head: GOAL_HEAD, rows: part.goals.map(goalRow) });
  return [`\n== ${part.title}`, ...part.notes.map((note) => `   ${note}`), ...tables.map(showTable)].join('\n');
}

function showTable(table: Table): string {
  const rows = [table.head, ...table.rows].map((cells) => cells.map((cell) => cell.replaceAll('**', '')));
  const widths = table.head.map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return ['', `-- ${table.title}`, ...rows.map(line), ...(table.note ? [table.note] : [])].join('\n');
}

/** This run, as the page names it beside each part that it measured. */
export function thisRun(part: string, quick: boolean, now: Date): RunDescription {
  const processors = cpus();
  const processor = `${processors.length} cores (${processors[0]?.model.trim() ?? 'unknown'})`;
  return {
    command: `npm run bench -- ${part}${quick ? ' --quick' : ''}`,
    date: now.toISOString().slice(0, 10),
    commit: describeCommit(),
    machine: `Node ${process.version}, ${processor}, ${process.platform}`,
    quick,
  };
}

function describeCommit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
    const dirty = git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs/benchmarks.*') !== '';
    return `commit ${git('rev-parse', '--short', 'HEAD')}${dirty ? ' with changes' : ''}`;
  } catch {
    // A copy without its history, or a machine without git.
    return 'commit unknown';
  }
}
