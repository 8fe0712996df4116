import { expect } from "@jest/globals";
import { expectAccessible } from "@skill-call/test-peers/browser";
import type { Browser, Page } from "playwright-core";

/** A page of the call console, and everything that must not be heard from one. */
export interface ConsolePage {
  readonly page: Page;
  /** Dialogs that a script opened, and errors. */
  readonly complaints: readonly string[];
}

export async function openConsolePage(browser: Browser, url: string): Promise<ConsolePage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const complaints: string[] = [];
  page.on("dialog", (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("pageerror", ({ message }) => complaints.push(message));
  await page.goto(url);
  await page.locator('[data-connected="true"]').waitFor();
  return { page, complaints };
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

/** Whether the page is as wide as the window, and accessible, narrow and wide. */
export async function expectGoodAtEveryWidth(page: Page): Promise<void> {
  for (const width of [320, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 860 });
    const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect({ width, overflow }).toEqual({ width, overflow: 0 });
    await expectAccessible(page);
  }
}
