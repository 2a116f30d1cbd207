import { afterAll } from "vitest";
import { addressOf, type Running, run } from "#tests/support/running.ts";
import { removeScratch, scratchFolder } from "#tests/support/scratch.ts";
import { createTestDatabase, dropTestDatabase, ownerUrlOf } from "#tests/support/test-database.ts";

/** Who may sign in to a product that was started without another word. */
export const ADMINISTRATOR = { email: "ada@rollbook.test", password: "correct horse battery staple" };

export type Product = Pick<Running, "output" | "says"> & {
  /** Such as http://127.0.0.1:40123 */
  address: string;
  /** Of this product's own database, for a walk that looks into the tables or fills them. */
  databaseUrl: string;
};

/**
 * The built product for one file of walks, on any free port, with a fresh database of its own on the run's server;
 * stopped at the file's end, whatever happened. Walks that do not get into each other's way share one.
 *
 * `env` adds settings. `{ ADMIN_EMAIL: "", ADMIN_PASSWORD: "" }` starts it without an administrator:
 * `setupLink(product)` is then the printed one.
 */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const databaseUrl = await createTestDatabase();
  const folder = scratchFolder("walk");
  const running = run({
    env: {
      PORT: "0",
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: ownerUrlOf(databaseUrl),
      DATA_DIR: folder,
      ADMIN_EMAIL: ADMINISTRATOR.email,
      ADMIN_PASSWORD: ADMINISTRATOR.password,
      TIME_ZONE: "America/Santiago",
      DEFAULT_COUNTRY: "CL",
      ...env,
    },
  });
  const clear = async () => {
    await running.stop();
    await dropTestDatabase(databaseUrl);
    await removeScratch(folder);
  };
  try {
    const address = await addressOf(running);
    clearances.push(clear);
    return { address, databaseUrl, output: running.output, says: running.says };
  } catch (error) {
    await clear(); // the hooks of a file that fails while it loads never run
    throw error;
  }
}

/** Of this file's products. The hook is set when the file loads: a test that runs can set none any more. */
const clearances: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(clearances.map((clear) => clear())));

/** The one-time link that a product without staff prints. */
export async function setupLink(product: Product): Promise<string> {
  return (await product.says(/first administrator.*?: (http\S+)/))[1] as string;
}
