import { expect } from "@jest/globals";
import { source as axe } from "axe-core";
import type { Page } from "playwright-core";

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const check = `axe.run(document, { iframes: false, runOnly: ${JSON.stringify(tags)} })`;

/** Whether axe finds nothing on the page as it is now, against WCAG 2.2 AA and what it calls best practice. */
export async function expectAccessible(page: Page): Promise<void> {
  // Through the debugger: the page's own policy lets no other script in.
  const client = await page.context().newCDPSession(page);
  const evaluate = async (expression: string) => {
    const options = { expression, awaitPromise: true, returnByValue: true };
    return (await client.send("Runtime.evaluate", options)).result.value;
  };
  await evaluate(`${axe}; undefined`);
  const { violations }: AxeResults = JSON.parse(await evaluate(`${check}.then(JSON.stringify)`));
  await client.detach();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
