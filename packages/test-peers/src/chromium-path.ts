import { existsSync } from "node:fs";

/**
 * Debian's Chromium without a screen, which takes half of the processor, or the whole one; CHROMIUM names another. A
 * recent Chromium starts all of a browser for `--headless`, and shows none of it.
 */
const paths = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"] as const;

export function chromiumPath(): string {
  return process.env.CHROMIUM ?? paths.find((path) => existsSync(path)) ?? paths[0];
}
