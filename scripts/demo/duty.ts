import { setDuty, setThemes } from '@/lib/duty/commands';
import { dutyMark, plannedWeeks } from '@/lib/duty/weeks';
import { toDay } from '@/lib/submissions/calendar';
import { done, memberOf } from './directory';
import type { Team } from './people';

/** Some themes, not all: whoever tries the volunteer's desk sees that stories are missing which the moderator has. */
const THEMES = ['meals', 'delivery', 'psychosocial', 'volunteering'];

/** Plans two weeks of duty, and gives the volunteer their themes. */
export async function planDuty(team: Team, now: Date): Promise<void> {
  const coordinator = await memberOf(team.coordinator.id, now);
  const pairs = [
    [team.moderator.id, team.second.id],
    [team.second.id, team.moderator.id],
  ];
  const seen = dutyMark({ onDutyId: null, deputyId: null });
  const weeks = plannedWeeks(toDay(now));
  for (const [index, [onDuty = '', deputy = '']] of pairs.entries()) {
    done(await setDuty(coordinator, { week: weeks[index] ?? '', onDuty, deputy, seen }, now));
  }
  const wish = { person: team.volunteer.id, all: false, themes: THEMES, seen: '' };
  done(await setThemes(coordinator, wish, now));
}
