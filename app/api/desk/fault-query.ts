/** A fault as the page's address says it: its code, and after how many minutes one may try again. */
export function faultQuery(error: { code: string; retryAfterSeconds?: number }): Record<string, string> {
  const { code, retryAfterSeconds } = error;
  return retryAfterSeconds === undefined ? { fault: code } : { fault: code, minutes: minutesOf(retryAfterSeconds) };
}

function minutesOf(seconds: number): string {
  return String(Math.ceil(seconds / 60));
}
