import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, expect } from "@jest/globals";
import { chromium, testWith } from "@skill-call/test-peers";
import { expectAccessible, startChromium } from "@skill-call/test-peers/browser";
import type { Browser, Page } from "playwright-core";
import { type RunningConsole, runConsoleCommand } from "./console-under-test.ts";

const pageTest = testWith(chromium);

let running: RunningConsole;
let browser: Browser;
let page: Page;
const dialogs: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  [running, browser] = await Promise.all([runConsoleCommand("demo", "--open"), startChromium()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  expect(await running.interrupt()).toBe(0);
}, 60_000);

beforeEach(async () => {
  await page?.close();
  page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("pageerror", ({ message }) => complaints.push(message));
  await page.goto(running.url);
  await page.locator(".chip").first().waitFor();
}, 60_000);

async function say(text: string): Promise<void> {
  await page.getByLabel("What you say to Alexa").fill(text);
  await page.keyboard.press("Enter");
  await page.locator("#notice", { hasText: /^(Alexa listens|The call begins)/ }).waitFor();
}

const stage = (name: string) => page.locator(`#desk[data-stage="${name}"]`).waitFor();

async function placeStraightCall(fields: Readonly<Record<string, string>>): Promise<void> {
  await page.getByText("Place a call without Alexa").click();
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
  await page.getByRole("button", { name: "Place the call" }).click();
}

async function saved(button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return download.path();
}

/** As a browser reads the file, and how many elements of it fit the selector. */
async function parsedSvg(text: string, selector: string) {
  const reader = await browser.newPage();
  const reading = `(text, selector) => {
      const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
      return { root: root.tagName, found: root.querySelectorAll(selector).length };
    }`;
  const read = await reader.evaluate(
    `(${reading})(${JSON.stringify(text)}, ${JSON.stringify(selector)})`,
  );
  await reader.close();
  return read;
}

pageTest(
  "a call placed by typing fills the agent's page in before the agent answers, and can be exported and replayed",
  async () => {
    for (const text of [
      "open example support",
      "my name is Ana",
      "A B 1 2 3 4",
      "billing",
      "yes",
    ]) {
      await say(text);
    }
    await stage("ringing");
    const agent = page.frameLocator("#agent-frame");
    await agent.getByRole("heading", { name: "Ana" }).waitFor();
    await stage("answered");
    await page.getByRole("button", { name: "Agent hangs up" }).click();
    await page.getByText("Connected to the contact centre (billing)").first().waitFor();

    const json = await saved("Export JSON");
    const { events } = JSON.parse(await readFile(json, "utf8"));
    const kinds = events.map(({ kind, from }: { kind: string; from: string }) => `${kind} ${from}`);
    expect(kinds).toContain("agent.screen contact-centre");
    expect(kinds.indexOf("agent.screen contact-centre")).toBeLessThan(
      kinds.indexOf("leg.answered contact-centre"),
    );
    expect(await page.locator("[data-step]").count()).toBe(events.length);

    const picture = await readFile(await saved("Export SVG"), "utf8");
    const parsed = await parsedSvg(picture, ".row");
    expect(parsed).toEqual({ root: "svg", found: events.length });

    await page.getByLabel("Exported call").setInputFiles(json);
    await page.getByText("From a file: Conversation, en-US").waitFor();
    await page.getByRole("button", { name: "Pause" }).click();
    const drawn = await page.locator("[data-step]").count();
    expect(drawn).toBeLessThan(events.length);
    await page.getByRole("button", { name: "One step forward" }).click();
    expect(await page.locator("[data-step]").count()).toBe(drawn + 1);
    await page.getByLabel("Step of the call").fill(`${events.length}`);
    expect(await page.locator("[data-step]").count()).toBe(events.length);
  },
  120_000,
);

pageTest(
  "an arrow opens the exact event, with the keyboard alone",
  async () => {
    await say("open example support");
    await page.locator('[data-step][tabindex="0"]').focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.locator("#step-sentence", { hasText: /.+/ }).waitFor();
    expect(JSON.parse((await page.locator("#step-detail").textContent()) ?? "")).toBeInstanceOf(
      Object,
    );
  },
  60_000,
);

pageTest(
  "a failure that is chosen happens in the next call, and stands in the ladder in words",
  async () => {
    await page.getByText("Make something fail").click();
    await page.getByLabel("Find").fill("callee-busy");
    await page.getByText("callee-busy").click();
    await page.getByText("1 chosen").waitFor();
    await placeStraightCall({ "Caller's name": "Ben" });
    await page.locator(".row.trouble", { hasText: "⚠ 486" }).waitFor();
    await page.getByText("Connected to +12045550101").first().waitFor({ timeout: 60_000 });
    await page.getByText("callee-busy").click();
    await page.locator("#fault-count", { hasText: /^$/ }).waitFor({ state: "attached" });
  },
  120_000,
);

pageTest(
  "what a caller says can never become markup",
  async () => {
    const attack = `<img src=x onerror=alert(1)>"'></svg><script>alert(2)</script>`;
    await placeStraightCall({ "Caller's name": attack, "In the caller's own words": attack });
    await page.frameLocator("#agent-frame").getByRole("heading", { name: attack }).waitFor();
    await page.locator(".row.store").first().click();
    await page.getByRole("button", { name: "Caller hangs up" }).click();
    await page.locator("#outcome", { hasText: /.+/ }).waitFor();
    const picture = await readFile(await saved("Export SVG"), "utf8");
    expect(await parsedSvg(picture, "img, script")).toEqual({ root: "svg", found: 0 });
    expect(await page.locator("body img, body script").count()).toBe(0);
    expect(dialogs).toEqual([]);
    expect(complaints).toEqual([]);
  },
  120_000,
);

pageTest(
  "a file that is no exported call is refused in words",
  async () => {
    const file = { name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") };
    await page.getByLabel("Exported call").setInputFiles(file);
    await page.getByText("The file is no exported call: format").waitFor();
  },
  60_000,
);

pageTest.each(["light", "dark"] as const)(
  "the page is accessible and fits every width (%s)",
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.locator("[data-step]").first().click();
    for (const summary of await page.locator("summary").all()) await summary.click();
    for (const width of [320, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 860 });
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(overflow).toBeLessThanOrEqual(0);
    }
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 860 });
      await expectAccessible(page);
    }
  },
  120_000,
);
