import { sqlState, UNDEFINED_TABLE } from "#lib/text/sql-state.ts";

/**
 * For a look into the tables of all imports, outside a transaction: done once more when one of them went (an import came
 * to its end) between the list of them and the look.
 */
export async function readAgainIfOneGoes<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (sqlState(error) !== UNDEFINED_TABLE) throw error;
    return read();
  }
}
