// dynalite ships no types; these are the options that we use (its readme, "API").
declare module "dynalite" {
  import type { Server } from "node:http";

  interface DynaliteOptions {
    /** Folder of the LevelDB database; in memory without it. */
    readonly path?: string;
    /** How long a table stays in CREATING, in milliseconds. */
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }

  /** The server's `close` closes the database too. */
  export default function dynalite(options?: DynaliteOptions): Server;
}
