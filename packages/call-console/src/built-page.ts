import { fileURLToPath } from "node:url";

/** Path of a built file of the call console's page: of this package, or of the command it is bundled into. */
export function builtPage(name: string): string {
  return fileURLToPath(new URL(`../dist/console/${name}`, import.meta.url));
}
