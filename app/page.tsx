export default function Home() {
  return <p>Rollbook</p>;
}
