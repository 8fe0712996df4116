import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Memory of this process after garbage collection, mebibytes. */
export function memoryMb(): { readonly heap: number; readonly rss: number } {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: mebibytes(heapUsed), rss: mebibytes(rss) };
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
