import { pick, randomFrom } from "./random.ts";

/* Made-up people. Their domains end in .example, which nobody can own, so no mail ever reaches anybody. */

export type DemoPerson = {
  email: string;
  mobile: string;
  firstName: string;
  lastName: string;
  city: string;
  country: string;
  born: string;
  plan: string;
  spent: string;
  orders: string;
  lastOrder: string;
  consent: string;
};

const FIRST =
  "Ana José María Luis Sofía Carlos Lucía Pedro Elena Tomás Valentina Diego Camila Joaquín Isidora Martín Paula Andrés Beatriz João Inês Mateo Renata Felipe Julia Ignacio Antonia Vicente Catalina Bruno".split(
    " ",
  );
const LAST =
  "Pérez García Núñez Rojas Soto Díaz López Muñoz Vega Ibáñez Silva Souza Torres Contreras Fuentes Araya Castro Morales Herrera Vargas Costa Almeida Ríos Campos Reyes".split(
    " ",
  );
const PLACES = [
  ["Santiago", "Chile"],
  ["Lima", "Perú"],
  ["Bogotá", "Colombia"],
  ["Ciudad de México", "México"],
  ["São Paulo", "Brasil"],
  ["Buenos Aires", "Argentina"],
  ["Valparaíso", "Chile"],
  ["Quito", "Ecuador"],
  ["Montevideo", "Uruguay"],
  ["Concepción", "Chile"],
] as const;
const PLACE_WEIGHTS = [30, 14, 11, 10, 9, 8, 6, 5, 4, 3];
const DOMAINS =
  "gmail.example outlook.example hotmail.example yahoo.example icloud.example terra.example uni.example empresa.example correo.example mail.example".split(
    " ",
  );
const DOMAIN_WEIGHTS = [44, 16, 13, 9, 6, 2, 3, 3, 2, 2];
/** The provider that closed, so that its addresses bounce. */
export const CLOSED_DOMAIN = "terra.example";

const DAY_MS = 86_400_000;
const day = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** The person of this number, always the same one but for the days, which are counted from `now`. */
export function personOf(number: number, now: number): DemoPerson {
  const random = randomFrom(number * 7919 + 17);
  const firstName = pick(random, FIRST);
  const lastName = pick(random, LAST);
  const [city, country] = pick(random, PLACES, PLACE_WEIGHTS);
  const orders = Math.floor(-Math.log(1 - random()) * 4);
  const plain = `${firstName}.${lastName}`
    .normalize("NFD")
    .replace(/[^a-zA-Z.]/g, "")
    .toLowerCase();
  return {
    email: `${plain}${number}@${pick(random, DOMAINS, DOMAIN_WEIGHTS)}`,
    mobile: `+569${50_000_000 + ((number * 48_271) % 9_999_991)}`,
    firstName,
    lastName,
    city: maybe(random, 0.97, city),
    country,
    born: maybe(random, 0.82, day(Date.UTC(1948, 0, 1) + (random() + random()) * 30 * 365 * DAY_MS)),
    plan: pick(random, ["Free", "Plus", "Pro"], [70, 22, 8]),
    spent: orders === 0 ? "" : (orders * (8 + random() * 60)).toFixed(2),
    orders: String(orders),
    lastOrder: orders === 0 ? "" : new Date(now - random() ** 2 * 500 * DAY_MS).toISOString().slice(0, 16),
    consent: maybe(random, 0.9, random() < 0.86 ? "yes" : "no"),
  };
}

const maybe = (random: () => number, share: number, text: string): string => (random() < share ? text : "");
