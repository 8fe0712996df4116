import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Debian's; another one by CHROMIUM. */
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Absent: why the tests of the page cannot run here. In CI that is a failure, not a reason to skip them. */
export const noChromium: string | undefined = existsSync(executablePath)
  ? undefined
  : `There is no Chromium at ${executablePath}: install Debian's package chromium, or name another one by CHROMIUM`;

export function startChromium(): Promise<Browser> {
  if (noChromium !== undefined) throw new Error(noChromium);
  return chromium.launch({
    executablePath,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}
