import { totalmem } from "node:os";

const MB = 1024 * 1024;

/** How the server is set, and why. Everything that is not here is PostgreSQL's default; durability (fsync, full_page_writes, synchronous_commit) stays on. */
export function serverSettings(memory = machineMemory()): Record<string, string> {
  const rows: [name: string, value: string, why: string][] = [
    // Who can reach it
    ["listen_addresses", "127.0.0.1", "this machine only"],
    ["unix_socket_directories", "", "one door is enough; a socket's path can be too long in a deep folder"],

    // Written for imports: one large write now and then, many reads
    ["wal_level", "minimal", "a table filled in the transaction that made it skips the log"],
    ["max_wal_senders", "0", "wal_level=minimal asks for it; there is no replica of an embedded server"],
    ["max_wal_size", "4GB", "an import of a million rows must not force a checkpoint in its middle"],
    ["min_wal_size", "1GB", "log files are used again, not made anew for each import"],
    ["checkpoint_timeout", "15min", "fewer full pages in the log; crash recovery still takes seconds"],
    ["checkpoint_completion_target", "0.9", "spread a checkpoint's writes over the time until the next"],
    ["maintenance_work_mem", "256MB", "indexes are built after a fresh table is filled"],

    // Memory
    [
      "shared_buffers",
      megabytes(clamp(memory * 0.25, 128 * MB, 8192 * MB)),
      "as PostgreSQL's manual advises; a table of up to a quarter of it stays there, and is counted a third faster",
    ],
    ["effective_cache_size", megabytes(memory * 0.6), "what the disk cache can be expected to hold, for the planner"],
    ["work_mem", "32MB", "reviews and merges hash and sort whole files"],

    // Plans
    ["random_page_cost", "1.1", "solid-state disks"],
    ["jit", "off", "compiling costs more than it saves on queries of this size"],
    ["max_locks_per_transaction", "256", "each profile is a table: erasing a person touches them all"],

    // Nobody holds a lock for ever
    ["idle_in_transaction_session_timeout", "60s", "a frozen client must not keep a profile locked"],
    ["client_connection_check_interval", "10s", "a query whose client has gone is stopped"],

    // Same answers on each machine
    ["timezone", "UTC", "times leave and enter the database in one zone"],
    ["log_timezone", "UTC", ""],
    ["lc_messages", "C", "messages in English on each machine"],

    // The log holds no personal data: no statement, no parameter, no DETAIL line such as 'Key (key)=(ana@example.com) already exists'
    ["log_min_messages", "log", "an ERROR goes to the client, which knows what may be logged"],
    ["log_min_error_statement", "panic", ""],
    ["log_error_verbosity", "terse", ""],
    ["log_parameter_max_length", "0", ""],
    ["log_parameter_max_length_on_error", "0", ""],
    ["log_checkpoints", "off", "noise"],
    ["log_autovacuum_min_duration", "-1", "noise"],
    ["log_line_prefix", "%m [%p] ", ""],
  ];
  return Object.fromEntries(rows.map(([name, value]) => [name, value]));
}

/** A container's limit when there is one, else the machine's memory, in bytes. */
function machineMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
const megabytes = (bytes: number) => `${Math.round(bytes / MB)}MB`;
