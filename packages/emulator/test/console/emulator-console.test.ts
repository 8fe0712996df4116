import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "@jest/globals";
import { chromium, testWith } from "@skill-call/test-peers";
import { startChromium } from "@skill-call/test-peers/browser";
import type { Browser, Page } from "playwright-core";
import type { TraceEvent } from "../../src/trace.ts";
import { hangup, speak, toNumber } from "../sipp/support/actions.ts";
import { smaNumber } from "../sipp/support/emulator-under-test.ts";
import { freePort } from "../sipp/support/free-port.ts";
import {
  type ConsolePage,
  expectGoodAtEveryWidth,
  openConsolePage,
  parsedSvg,
  saved,
} from "./support/console-page.ts";
import { type RunningConsole, runConsoleCommand } from "./support/console-under-test.ts";
import { openSipPhone, type SipPhone } from "./support/sip-phone.ts";

const pageTest = testWith(chromium);
const callerNumber = "+12045551111";
const announcementNumber = "+16073332222";

let browser: Browser;
let running: RunningConsole;
let phone: SipPhone;
let folder: string;
let sipPort: number;
let open: ConsolePage;
let page: Page;

beforeAll(async () => {
  browser = await startChromium();
  folder = await mkdtemp(join(tmpdir(), "emulator-console-"));
  [sipPort, phone] = [await freePort(), await openSipPhone()];
  const config = join(folder, "emulator.json");
  await writeFile(config, JSON.stringify(emulatorConfig()));
  running = await runConsoleCommand("emulator", "--config", config, "--console");
}, 60_000);
afterAll(async () => {
  await browser.close();
  expect(await running.interrupt()).toBe(0);
  await phone.close();
  await rm(folder, { recursive: true });
}, 60_000);

beforeEach(async () => {
  open = await openConsolePage(browser, running.url);
  page = open.page;
}, 60_000);
afterEach(async () => {
  await page.close();
  expect(open.complaints).toEqual([]);
});

function emulatorConfig() {
  const application = (id: string, answers: object) => ({
    id,
    lambda: {
      file: resolve(__dirname, "../sipp/support/scripted-lambda.mjs"),
      environment: { ANSWERS: JSON.stringify(answers) },
    },
  });
  return {
    listen: { udp: sipPort, tcp: 0 },
    phoneNumbers: [smaNumber, announcementNumber],
    sipRules: [
      { toPhoneNumber: smaNumber, sipMediaApplications: ["desk"] },
      { toPhoneNumber: announcementNumber, sipMediaApplications: ["announcement"] },
    ],
    sipMediaApplications: [
      application("desk", { NEW_INBOUND_CALL: [toNumber()], CALL_ANSWERED: [speak("Hello.")] }),
      application("announcement", { NEW_INBOUND_CALL: [speak("Goodbye."), hangup()] }),
    ],
    carriers: { default: `sip:${phone.address}` },
  };
}

function dial(number = smaNumber, ...as: readonly Parameters<SipPhone["dial"]>[1][]) {
  return phone.dial(`sip:${number}@127.0.0.1:${sipPort}`, ...as);
}

const outcome = (text: string | RegExp) => page.locator("#outcome", { hasText: text }).waitFor();
const steps = () => page.locator("[data-step]");
const listedCalls = () => page.locator("#call-list li");

async function exported(): Promise<{ id: string; title: string; events: readonly TraceEvent[] }> {
  return JSON.parse(await readFile(await saved(page, "Export JSON"), "utf8"));
}

pageTest("what cannot be there is absent", async () => {
  await page.getByRole("heading", { name: "Numbers to call" }).waitFor();
  await page.getByText(`sip:${smaNumber}@127.0.0.1:${sipPort}`).first().waitFor();
  for (const part of ["#phone", "#desk", "iframe", "#transcript"]) {
    expect({ part, found: await page.locator(part).count() }).toEqual({ part, found: 0 });
  }
});

pageTest(
  "a SIP call becomes a record by itself: every step and every SIP message is drawn, and opens as the lines that it is",
  async () => {
    const call = dial();
    expect(await call.status).toBe(200);
    await page.locator('[data-step] .label:text-is("ACTION_SUCCESSFUL (2)")').waitFor();
    call.hangUp();
    await outcome("Bridged");

    await page.locator('[data-step] .label:text-matches("^INVITE sip:")').first().click();
    const shown = page.locator("#step-detail");
    const message = (await shown.textContent()) ?? "";
    expect(message).toMatch(
      new RegExp(`^INVITE sip:\\${smaNumber}@127\\.0\\.0\\.1:\\d+ SIP/2\\.0\nVia: SIP/2\\.0/UDP `),
    );
    expect(message).toContain("\n\nv=0\n");
    expect(await shown.locator("span").first().textContent()).toMatch(/^INVITE .* SIP\/2\.0\n$/);
    await page.getByText(`${phone.address} over UDP`).waitFor();

    const record = await exported();
    expect(record.title).toBe(`${callerNumber} → ${smaNumber}`);
    expect(await steps().count()).toBe(record.events.length);
    const labels = record.events.map(({ label }) => label);
    for (const label of ["100 Trying (INVITE)", "180 Ringing (INVITE)", "200 OK (BYE)"]) {
      expect(labels).toContain(label);
    }
    expect(record.events[0]?.kind).toBe("sip.request");
    const picture = await readFile(await saved(page, "Export SVG"), "utf8");
    expect(await parsedSvg(browser, picture, ".row.sip")).toEqual({
      root: "svg",
      found: record.events.filter(({ kind }) => kind.startsWith("sip.")).length,
    });

    expect(running.lines.join("\n")).toMatch(/caller → pstn-audio +INVITE \+/);
    expect(running.lines.join("\n")).not.toContain("INVITE sip:");

    await page.getByLabel("SIP messages").click();
    expect(await page.locator(".row.sip").count()).toBe(0);
    const without = await steps().count();
    await page.getByRole("button", { name: "One step back" }).click();
    expect(await steps().count()).toBe(without - 1);
  },
  60_000,
);

pageTest(
  "markup in SIP headers stays text, on the page and in what is exported",
  async () => {
    const attack = "<img src=x onerror=alert(1)></pre></svg><script>alert(2)</script>";
    const call = dial(announcementNumber, {
      displayName: attack,
      headers: [
        { name: "User-to-User", value: attack },
        { name: "X-Evil", value: attack },
        { name: "Subject", value: attack },
      ],
    });
    await call.ended;
    await outcome("Answered by the Lambda");
    for (const row of ["^INVITE sip:", "^NEW_INBOUND_CALL"]) {
      await page.locator(`[data-step] .label:text-matches("${row}")`).first().click();
      expect(await page.locator("#step-detail").textContent()).toContain("onerror=alert(1)");
    }
    const picture = await readFile(await saved(page, "Export SVG"), "utf8");
    expect(await parsedSvg(browser, picture, "img, script")).toEqual({ root: "svg", found: 0 });
    const json = await saved(page, "Export JSON");
    await page.getByLabel("Exported call").setInputFiles(json);
    await page.getByText("From a file:").first().waitFor();
    await page.getByLabel("Step of the call").fill("1");
    await steps().first().click();
    expect(await page.locator("body img, body script").count()).toBe(0);
  },
  60_000,
);

pageTest(
  "calls that are on at once are each a record, also for a page that comes later",
  async () => {
    const before = await listedCalls().count();
    const calls = Array.from({ length: 6 }, () => dial());
    expect(await Promise.all(calls.map(({ status }) => status))).toEqual(calls.map(() => 200));
    await page.getByText("6 on ·").waitFor();
    await page.reload();
    await page.getByText("6 on ·").waitFor();
    expect(await listedCalls().count()).toBe(before + calls.length);
    for (const call of calls) call.hangUp();
    await page.getByText("0 on ·").waitFor();
    await listedCalls().first().getByRole("button").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator('#call-list li:nth-child(2) [aria-current="true"]').waitFor();
    const { id, events } = await exported();
    expect(new Set(events.map(({ transactionId }) => transactionId))).toEqual(new Set([id]));
  },
  60_000,
);

pageTest(
  "a failure that is added befalls the next event, and is gone when it is used up",
  async () => {
    await page.getByText("Make a delivery fail").click();
    await page.getByLabel("What happens").selectOption("not-invoked");
    await page.getByLabel("Which event").selectOption("NEW_INBOUND_CALL");
    await page.getByLabel("How often").selectOption("once");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByText("not-invoked · NEW_INBOUND_CALL · once").waitFor();
    await page.getByLabel("What happens").selectOption("delay");
    await page.getByLabel("Which event").selectOption("HANGUP");
    await page.getByLabel("Milliseconds").fill("5");
    await page.getByLabel("How often").selectOption("every time");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByText("delay 5 ms · HANGUP · every time").waitFor();
    await dial(announcementNumber).ended;
    await page.locator(".row.trouble", { hasText: "Rate Exceeded" }).waitFor();
    await outcome("Answered by the Lambda");
    await page.getByText("1 to come").waitFor();
    await page.getByRole("button", { name: /^Remove delay/ }).click();
    await page.locator("#fault-count", { hasText: /^$/ }).waitFor({ state: "attached" });
    expect(await page.locator("#planned-faults li").count()).toBe(0);
  },
  60_000,
);

pageTest(
  "the service places a call, which is hung up from here",
  async () => {
    await page.getByText("Let it place a call").click();
    await page.getByLabel("Number to ring").fill("+12065550177");
    await page.getByLabel("From").selectOption(smaNumber);
    await page.getByLabel("SIP media application").selectOption("desk");
    await page.getByRole("button", { name: "Place the call" }).click();
    await page.getByText(`${smaNumber} → +12065550177`).first().waitFor();
    await page.locator('[data-step] .label:text-matches("^CALL_ANSWERED")').waitFor();
    await page.getByRole("button", { name: "Hang up", exact: true }).click();
    await outcome("Answered by the Lambda");
    expect(await page.getByRole("button", { name: "Hang up", exact: true }).count()).toBe(0);
    const { events } = await exported();
    expect(events.map(({ label }) => label)).toContain("hung up by the service");
  },
  60_000,
);

pageTest(
  "a caller who is hung up on from here gets a BYE",
  async () => {
    const call = dial();
    expect(await call.status).toBe(200);
    await page.getByRole("button", { name: "Hang up", exact: true }).click();
    expect(await call.ended).toMatchObject({ by: "peer", cause: "bye" });
    await outcome("Bridged");
  },
  60_000,
);

pageTest.each(["light", "dark"] as const)(
  "the page is accessible and fits every width (%s)",
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.locator(".row.sip").first().click();
    for (const summary of await page.locator("summary").all()) await summary.click();
    await expectGoodAtEveryWidth(page);
  },
  120_000,
);
