import { existsSync, statSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { sourceExtensions } from "./runtimes.ts";

/** Where a handler is. */
export interface HandlerPlace {
  /** Absolute path of the source file. It need not exist. */
  readonly file: string;
  /** Name of the exported function; a dot leads into an exported object. */
  readonly exported: string;
}

/**
 * Reads a handler's name in each of the ways in use: the export alone, or with its module before it, as templates
 * say it (Lambda developer guide, "Define Lambda function handler").
 * @param source a file, or the folder that a handler such as `src/index.handler` starts from
 * @example findHandler("./src", "index.handler") // { file: "/…/src/index.js", exported: "handler" }
 */
export function findHandler(source: string, handler: string): HandlerPlace {
  const path = resolve(source);
  return isFolder(path) ? inFolder(path, handler) : { file: path, exported: inFile(path, handler) };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** `lib/app.handlers.inbound` is `handlers.inbound` of the file `lib/app.*`. */
function inFolder(folder: string, handler: string): HandlerPlace {
  const name = handler.lastIndexOf("/") + 1;
  const dot = handler.indexOf(".", name);
  const module = join(folder, dot < 0 ? "index" : handler.slice(0, dot));
  const exported = dot < 0 ? handler : handler.slice(dot + 1);
  const found = sourceExtensions.map((extension) => module + extension).find(existsSync);
  return { file: found ?? `${module}.js`, exported };
}

function inFile(file: string, handler: string): string {
  const module = basename(file, extname(file));
  const name = handler.slice(handler.lastIndexOf("/") + 1);
  return name.startsWith(`${module}.`) ? name.slice(module.length + 1) : name;
}
