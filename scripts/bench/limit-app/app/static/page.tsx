export default function Page() {
  return <main>{'solidarna mapa '.repeat(700)}</main>;
}
