/** A dynamic page of about `bytes` of HTML: text alone, no data and no components. */
export default async function Page({ searchParams }: { searchParams: Promise<{ bytes?: string }> }) {
  const { bytes = '1000' } = await searchParams;
  return <main>{filler(Number(bytes))}</main>;
}

// The text stands in the page twice: once as HTML and once in the data for the browser.
function filler(bytes: number): string {
  return 'solidarna mapa '.repeat(Math.max(0, Math.round(bytes / 2 / 15)));
}
