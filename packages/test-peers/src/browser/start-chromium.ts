import { type Browser, chromium as launcher } from "playwright-core";
import { chromiumPath } from "../chromium-path.ts";
import { adviceFor } from "../peer.ts";
import { chromium } from "../peers.ts";
import { patienceMs } from "../until.ts";

/** Without a screen, and without a word to the network. */
const args = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  ...["--no-first-run", "--disable-sync"],
];

/** @throws {Error} what to install, where there is no Chromium */
export async function startChromium(): Promise<Browser> {
  if (!chromium.isInstalled()) throw new Error(adviceFor(chromium));
  const browser = await launcher.launch({
    ...{ executablePath: chromiumPath(), args },
    timeout: patienceMs,
  });
  // Playwright's own 30 s are what a page takes where many things run at once.
  browser.on("context", (context) => context.setDefaultTimeout(patienceMs));
  return browser;
}
