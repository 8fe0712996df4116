import { readFile } from "node:fs/promises";
import { expect } from "@jest/globals";
import {
  consoleInBrowser,
  expectGoodAtEveryWidth,
  parsedSvg,
  runConsoleCommand,
  saved,
} from "@skill-call/call-console/testing";
import type { LaptopTraceEvent } from "@skill-call/laptop";
import { chromium, testWith } from "@skill-call/test-peers";
import { bin } from "../run-cli.ts";

const pageTest = testWith(chromium);

const open = consoleInBrowser(() => runConsoleCommand(bin, "demo", "--open"));

const agent = () => open.page.frameLocator("#agent-frame");
const stage = (name: string) => open.page.locator(`#desk[data-stage="${name}"]`).waitFor();

async function say(text: string): Promise<void> {
  await open.page.getByLabel("What you say to Alexa").fill(text);
  await open.page.keyboard.press("Enter");
  await open.page.locator("#notice", { hasText: /^(Alexa listens|The call begins)/ }).waitFor();
}

async function placeStraightCall(fields: Readonly<Record<string, string>>): Promise<void> {
  await open.page.getByText("Place a call without Alexa").click();
  for (const [label, text] of Object.entries(fields)) await open.page.getByLabel(label).fill(text);
  await open.page.getByRole("button", { name: "Place the call" }).click();
}

async function exportedEvents(): Promise<readonly LaptopTraceEvent[]> {
  return JSON.parse(await readFile(await saved(open.page, "Export JSON"), "utf8")).events;
}

async function hangUp(who: "Caller" | "Agent"): Promise<void> {
  await open.page.getByRole("button", { name: `${who} hangs up` }).click();
  await open.page.locator("#outcome", { hasText: /.+/ }).waitFor();
}

pageTest(
  "a call placed by typing fills the agent's page in before the agent answers, and can be exported and replayed",
  async () => {
    for (const text of ["open example support", "my name is Ana", "A B 1 2 3 4", "billing"]) {
      await say(text);
    }
    await say("yes");
    await stage("ringing");
    await agent().getByRole("heading", { name: "Ana" }).waitFor();
    await stage("answered");
    await open.page.getByRole("button", { name: "Agent hangs up" }).click();
    await open.page.getByText("Connected to the contact centre (billing)").first().waitFor();

    const json = await saved(open.page, "Export JSON");
    const { events } = JSON.parse(await readFile(json, "utf8"));
    const kinds = events.map(({ kind, from }: LaptopTraceEvent) => `${kind} ${from}`);
    expect(kinds).toContain("agent.screen contact-centre");
    expect(kinds.indexOf("agent.screen contact-centre")).toBeLessThan(
      kinds.indexOf("leg.answered contact-centre"),
    );
    expect(await open.page.locator("[data-step]").count()).toBe(events.length);

    const picture = await readFile(await saved(open.page, "Export SVG"), "utf8");
    expect(await parsedSvg(open.browser, picture, ".row")).toEqual({
      root: "svg",
      found: events.length,
    });

    await open.page.getByLabel("Exported call").setInputFiles(json);
    await open.page.getByText("From a file: Conversation, en-US").waitFor();
    await open.page.getByRole("button", { name: "Pause" }).click();
    const drawn = await open.page.locator("[data-step]").count();
    expect(drawn).toBeLessThan(events.length);
    await open.page.getByRole("button", { name: "One step forward" }).click();
    expect(await open.page.locator("[data-step]").count()).toBe(drawn + 1);
    await open.page.getByLabel("Step of the call").fill(`${events.length}`);
    expect(await open.page.locator("[data-step]").count()).toBe(events.length);
  },
);

pageTest(
  "the agent does not answer before the page shows the context, however long that takes",
  async () => {
    let letThrough: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await open.page.route("**/v1/contexts/*/events", async (route) => {
      await held;
      await route.continue();
    });
    await placeStraightCall({ "Caller's name": "Zoé" });
    await stage("ringing");
    await agent().locator("#state", { hasText: "Fetching the context" }).waitFor();
    const shownFrom = Date.now();
    letThrough();
    await agent().getByRole("heading", { name: "Zoé" }).waitFor();
    await stage("answered");
    await hangUp("Agent");
    const answered = (await exportedEvents()).find(
      ({ kind, from }) => kind === "leg.answered" && from === "contact-centre",
    );
    expect(answered?.at).toBeGreaterThan(shownFrom);
  },
);

pageTest("a call without Alexa speaks the caller's language", async () => {
  await open.page.getByText("Place a call without Alexa").click();
  await open.page.getByLabel("Caller's language").selectOption("fr-CA");
  await open.page.getByRole("button", { name: "Place the call" }).click();
  await agent().getByText("Canadian French (fr-CA)").waitFor();
  await open.page.getByText("Straight call, fr-CA").first().waitFor();
  await hangUp("Caller");
});

pageTest(
  "an arrow opens the exact event, with the keyboard alone, and Escape goes back to it",
  async () => {
    await say("open example support");
    await open.page.locator('[data-step][tabindex="0"]').focus();
    await open.page.keyboard.press("Home");
    await open.page.keyboard.press("Enter");
    await open.page.locator('#step[data-chosen="true"]').waitFor();
    const detail = (await open.page.locator("#step-detail").textContent()) ?? "";
    expect(JSON.parse(detail)).toBeInstanceOf(Object);
    await open.page.keyboard.press("Tab");
    await open.page.keyboard.press("Escape");
    await open.page.locator('#step[data-chosen="false"]').waitFor({ state: "attached" });
    expect(await open.page.evaluate("document.activeElement.dataset.step")).toBe("0");
  },
);

pageTest(
  "a failure that is chosen happens in the next call, and stands in the ladder in words",
  async () => {
    await open.page.getByText("Make something fail").click();
    await open.page.getByLabel("Find").fill("callee-busy");
    await open.page.getByText("callee-busy").click();
    await open.page.getByText("1 chosen").waitFor();
    await placeStraightCall({ "Caller's name": "Ben" });
    await open.page.locator(".row.trouble", { hasText: "⚠ 486" }).waitFor();
    await open.page.getByText("Connected to +12045550101").first().waitFor({ timeout: 60_000 });
    await open.page.getByText("callee-busy").click();
    await open.page.locator("#fault-count", { hasText: /^$/ }).waitFor({ state: "attached" });
  },
);

pageTest("what a caller says can never become markup", async () => {
  const attack = `<img src=x onerror=alert(1)>"'></svg><script>alert(2)</script>`;
  await placeStraightCall({ "Caller's name": attack, "In the caller's own words": attack });
  await agent().getByRole("heading", { name: attack }).waitFor();
  await open.page.locator(".row.store").first().click();
  await hangUp("Caller");
  const picture = await readFile(await saved(open.page, "Export SVG"), "utf8");
  expect(await parsedSvg(open.browser, picture, "img, script")).toEqual({
    root: "svg",
    found: 0,
  });
  expect(await open.page.locator("body img, body script").count()).toBe(0);
});

pageTest("a file that is not an exported call is refused in words", async () => {
  const file = { name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") };
  await open.page.getByLabel("Exported call").setInputFiles(file);
  await open.page.getByText("The file is not an exported call: format").waitFor();
});

pageTest.each(["light", "dark"] as const)(
  "the page is accessible and fits every width (%s)",
  (colorScheme) => expectGoodAtEveryWidth(open.page, colorScheme),
);
