import { ICONS, type IconName } from './icons';

/** An icon in a component that React renders; in finished HTML it is `IconHtml`. */
export function Icon({ name }: { name: IconName }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constants
    <svg className="ico" viewBox="0 0 24 24" aria-hidden="true" dangerouslySetInnerHTML={{ __html: ICONS[name] }} />
  );
}
