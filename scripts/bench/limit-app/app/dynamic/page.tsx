import { filler } from '../filler';

/** A dynamic page of about `bytes` of HTML: text alone, no data and no components. */
export default async function Page({ searchParams }: { searchParams: Promise<{ bytes?: string }> }) {
  const { bytes = '1000' } = await searchParams;
  return <main>{filler(Number(bytes))}</main>;
}
