import { existsSync } from "node:fs";
import { expect } from "@jest/globals";
import { type Browser, chromium, type Page } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const hasChromium = existsSync(executablePath);

/** Why the tests in a browser do not run; where CI runs them, its absence is a failure. */
export function missingChromium(): string | undefined {
  if (hasChromium) return undefined;
  const message = `There is no Chromium at ${executablePath}: install it, or set CHROMIUM to one.`;
  if (process.env.CI === "true") throw new Error(message);
  process.stderr.write(`Skipped: ${message}\n`);
  return message;
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
      ...["--no-first-run", "--disable-sync"],
    ],
  });
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Checks the page as it is now against WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // The page's policy lets no script in: the checks run in the browser's isolated world of the test.
  const { source } = await import("axe-core");
  const { violations } = (await page.evaluate(
    `(() => { ${source}; return axe.run(document, { iframes: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }); })()`,
  )) as AxeResults;
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
