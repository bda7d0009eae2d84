import { filler } from '../../filler';
import { STATIC_SIZES } from '../../static-sizes';

export const dynamicParams = false;

export function generateStaticParams() {
  return STATIC_SIZES.map((bytes) => ({ bytes: String(bytes) }));
}

/** A page made at the build, of about `bytes` of HTML. */
export default async function Page({ params }: { params: Promise<{ bytes: string }> }) {
  return <main>{filler(Number((await params).bytes))}</main>;
}
