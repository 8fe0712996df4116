import { expect } from "@jest/globals";
import { source as axe } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** What a page says that the policy stops, or that breaks. */
const complaints = new WeakMap<Page, string[]>();

/** A new page in a browser profile of its own. */
export async function newPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ timezoneId: "UTC", locale: "en-US", ...options });
  const page = await context.newPage();
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("dialog", (dialog) => {
    heard.push(`A dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) heard.push(message.text());
  });
  return page;
}

export function complaintsOf(page: Page): readonly string[] {
  return complaints.get(page) ?? [];
}

/** Waits until the live region says this. */
export async function expectSaid(page: Page, words: string): Promise<void> {
  await page.getByRole("status").filter({ hasText: words }).waitFor();
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Whether axe finds nothing against WCAG 2.2 AA, nor against what it calls best practice. */
export async function expectAccessible(page: Page): Promise<void> {
  // Through the debugger: the page's own policy lets no other script in.
  const client = await page.context().newCDPSession(page);
  const evaluate = async (expression: string) => {
    const options = { expression, awaitPromise: true, returnByValue: true };
    return (await client.send("Runtime.evaluate", options)).result.value;
  };
  await evaluate(`${axe}; undefined`);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)} })`;
  const { violations }: AxeResults = JSON.parse(await evaluate(`${run}.then(JSON.stringify)`));
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
