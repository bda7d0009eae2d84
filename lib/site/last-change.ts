import 'server-only';
import { listAddresses } from '@/lib/enterprises/queries';

/** When a public record was last changed; null while there is none. */
export function lastChange(): Date | null {
  return listAddresses().reduce<Date | null>(
    (latest, { updatedAt }) => (latest === null || updatedAt > latest ? updatedAt : latest),
    null,
  );
}
