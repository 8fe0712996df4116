import { type Browser, chromium } from "playwright-core";
import { chromiumPath } from "../chromium-path.ts";

/** Without a screen, and without a word to the network. */
const args = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  ...["--no-first-run", "--disable-sync"],
];

export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args });
}
