import { extname } from "node:path";

/**
 * The runtimes that can be asked for, as Lambda names them. Up to `nodejs22.x` a handler may take a callback;
 * `nodejs24.x` refuses such a handler.
 */
export const lambdaRuntimes = ["nodejs22.x", "nodejs24.x", "python3.13"] as const;

export type LambdaRuntime = (typeof lambdaRuntimes)[number];

/** What can follow the name of a module in the name of a handler, in the order in which it is looked for. */
export const sourceExtensions = [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".py"] as const;

/** The runtime of a file whose developer names none. */
export function runtimeOf(file: string): LambdaRuntime {
  return extname(file) === ".py" ? "python3.13" : "nodejs22.x";
}

/** Whether a file is to be compiled before Node 20 can run it. */
export function isTypeScript(file: string): boolean {
  return /\.[mc]?ts$/.test(file);
}
