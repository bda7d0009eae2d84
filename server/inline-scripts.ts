import { createHash } from 'node:crypto';

/**
 * Turns a page that was rendered with a nonce into one that can be shown to many: the nonce is taken out, and the
 * inline scripts that carried it are named by their hashes. A script that got into the page without the nonce,
 * which nobody outside this process ever saw, is not named and does not run.
 * @returns the page without the nonce, and the SHA-256 hashes (base64) for its policy
 */
export function replaceNonceByHashes(html: string, nonce: string): { html: string; hashes: string[] } {
  // In the flight data the nonce stands as a value; `$undefined` is React's own word for "none" there.
  const bare = html.replaceAll(`\\"nonce\\":\\"${nonce}\\"`, '\\"nonce\\":\\"$undefined\\"');
  const hashes = new Set<string>();
  const ours = ` nonce="${nonce}"`;
  for (const [, attributes = '', content = ''] of bare.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script/gi)) {
    if (content === '' || !attributes.includes(ours)) continue;
    hashes.add(createHash('sha256').update(content).digest('base64'));
  }
  return { html: bare.replaceAll(ours, ''), hashes: [...hashes] };
}
