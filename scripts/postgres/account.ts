import { execFileSync } from "node:child_process";

/** The operating-system user that the server runs as. Undefined: the user that we are. */
export type Account = { uid: number; gid: number } | undefined;

const NAME = "postgres";

/** What the server's programs see of our environment, which may hold the administrator's password: next to nothing. */
export const BARE_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: "C", NODE_ENV: "production" };

/** PostgreSQL refuses to run as root, so root needs a user without rights; it is made when missing. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return undefined;
  return lookUp() ?? create();
}

function create(): Account {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]);
  } catch (error) {
    throw new Error(
      `PostgreSQL refuses to run as root, and the user "${NAME}" could not be made (${(error as Error).message.trim()}). ` +
        "Run this as an ordinary user, or make that user.",
    );
  }
  return lookUp();
}

function lookUp(): Account {
  const id = (flag: string) => Number(execFileSync("id", [flag, NAME], { encoding: "utf8", stdio: "pipe" }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}
