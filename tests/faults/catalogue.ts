import { backups } from "./kinds/backups.ts";
import { clients } from "./kinds/clients.ts";
import { clocks } from "./kinds/clocks.ts";
import { database } from "./kinds/database.ts";
import { deletions } from "./kinds/deletions.ts";
import { disks } from "./kinds/disks.ts";
import { frozen } from "./kinds/frozen.ts";
import { killed } from "./kinds/killed.ts";
import { load } from "./kinds/load.ts";
import { meanwhile } from "./kinds/meanwhile.ts";
import { memory } from "./kinds/memory.ts";
import { migrations } from "./kinds/migrations.ts";
import { nthCall } from "./kinds/nth-call.ts";
import { outputs } from "./kinds/outputs.ts";
import { servers } from "./kinds/servers.ts";
import type { Fault } from "./support/one-run.ts";

/** Every way in which things break here, in the order of the table. docs/reliability.md says what is promised. */
export const FAULTS: readonly Fault[] = [
  ...killed,
  ...frozen,
  ...clients,
  ...database,
  ...nthCall,
  ...disks,
  ...outputs,
  ...meanwhile,
  ...deletions,
  ...clocks,
  ...migrations,
  ...servers,
  ...load,
  ...memory,
  ...backups,
];
