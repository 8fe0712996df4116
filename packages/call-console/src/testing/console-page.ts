import { afterAll, afterEach, beforeAll, beforeEach, expect } from "@jest/globals";
import { expectAccessible, startChromium } from "@skill-call/test-peers/browser";
import type { Browser, Page } from "playwright-core";
import type { RunningConsole } from "./console-under-test.ts";

/** A call console and a browser for the tests of a file, and a fresh page for each of them. */
export interface ConsoleInBrowser {
  readonly browser: Browser;
  readonly running: RunningConsole;
  readonly page: Page;
}

/** No test may leave a complaint: a dialog that a script opened, or an error. */
export function consoleInBrowser(start: () => Promise<RunningConsole>): ConsoleInBrowser {
  const open = {} as { browser: Browser; running: RunningConsole; page: Page };
  const complaints: string[] = [];
  beforeAll(async () => {
    open.browser = await startChromium();
    open.running = await start();
  });
  afterAll(async () => {
    await open.browser.close();
    expect(await open.running.interrupt()).toBe(0);
  });
  beforeEach(async () => {
    open.page = await open.browser.newPage({ viewport: { width: 1280, height: 860 } });
    open.page.on("dialog", (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    open.page.on("pageerror", ({ message }) => complaints.push(message));
    await open.page.goto(open.running.url);
    await open.page.locator('[data-connected="true"]').waitFor();
  });
  afterEach(async () => {
    await open.page.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  return open;
}

/** Path of the file that a button saves. */
export async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return download.path();
}

interface ParsedSvg {
  readonly root: string;
  readonly found: number;
}

/** As a browser reads an SVG file, and how many elements of it fit the selector. */
export async function parsedSvg(
  browser: Browser,
  text: string,
  selector: string,
): Promise<ParsedSvg> {
  const reading = `(text, selector) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
    return { root: root.tagName, found: root.querySelectorAll(selector).length };
  }`;
  // The console's own page lets nobody parse.
  const reader = await browser.newPage();
  const parsed = await reader.evaluate<ParsedSvg>(
    `(${reading})(${JSON.stringify(text)}, ${JSON.stringify(selector)})`,
  );
  await reader.close();
  return parsed;
}

/** Whether the page, with everything folded out, is as wide as the window, and accessible, narrow and wide. */
export async function expectGoodAtEveryWidth(
  page: Page,
  colorScheme: "light" | "dark",
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.locator("[data-step]").first().click();
  for (const summary of await page.locator("summary").all()) await summary.click();
  for (const width of [320, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 860 });
    const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect({ width, overflow }).toEqual({ width, overflow: 0 });
    await expectAccessible(page);
  }
}
