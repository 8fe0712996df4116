import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect } from "@jest/globals";
import {
  consoleInBrowser,
  expectGoodAtEveryWidth,
  parsedSvg,
  runConsoleCommand,
  saved,
} from "@skill-call/call-console/testing";
import { chromium, freePort, testWith } from "@skill-call/test-peers";
import type { SmaTraceEvent } from "../../src/sma-trace.ts";
import { bin } from "../run-cli.ts";
import { hangup, speak, toNumber } from "../sipp/support/actions.ts";
import { smaNumber } from "../sipp/support/emulator-under-test.ts";
import { openSipPhone, type SipPhone } from "./support/sip-phone.ts";

const pageTest = testWith(chromium);
const callerNumber = "+12045551111";
const announcementNumber = "+16073332222";

let phone: SipPhone;
let folder: string;
let sipPort: number;
const open = consoleInBrowser(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-console-"));
  [sipPort, phone] = [await freePort(), await openSipPhone()];
  const config = join(folder, "emulator.json");
  await writeFile(config, JSON.stringify(emulatorConfig()));
  return runConsoleCommand(bin, "--config", config, "--console");
});
afterAll(async () => {
  await phone.close();
  await rm(folder, { recursive: true });
});

function emulatorConfig() {
  const application = (id: string, answers: object) => ({
    id,
    lambda: {
      file: resolve(__dirname, "../sipp/support/scripted-lambda.mjs"),
      environment: { ANSWERS: JSON.stringify(answers) },
      timeoutSeconds: 60,
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

const outcome = (text: string | RegExp) =>
  open.page.locator("#outcome", { hasText: text }).waitFor();
const steps = () => open.page.locator("[data-step]");
const listedCalls = () => open.page.locator("#call-list li");

async function exported(): Promise<{
  id: string;
  title: string;
  events: readonly SmaTraceEvent[];
}> {
  return JSON.parse(await readFile(await saved(open.page, "Export JSON"), "utf8"));
}

pageTest("what cannot be there is absent", async () => {
  await open.page.getByRole("heading", { name: "Numbers to call" }).waitFor();
  await open.page.getByText(`sip:${smaNumber}@127.0.0.1:${sipPort}`).first().waitFor();
  for (const part of ["#phone", "#desk", "iframe", "#transcript"]) {
    expect({ part, found: await open.page.locator(part).count() }).toEqual({ part, found: 0 });
  }
});

pageTest(
  "a SIP call becomes a record by itself: every step and every SIP message is drawn, and opens as the lines that it is",
  async () => {
    const call = dial();
    expect(await call.status).toBe(200);
    await open.page.locator('[data-step] .label:text-is("ACTION_SUCCESSFUL (2)")').waitFor();
    call.hangUp();
    await outcome("Bridged");

    await open.page.locator('[data-step] .label:text-matches("^INVITE sip:")').first().click();
    const shown = open.page.locator("#step-detail");
    const message = (await shown.textContent()) ?? "";
    expect(message).toMatch(
      new RegExp(`^INVITE sip:\\${smaNumber}@127\\.0\\.0\\.1:\\d+ SIP/2\\.0\nVia: SIP/2\\.0/UDP `),
    );
    expect(message).toContain("\n\nv=0\n");
    expect(await shown.locator("span").first().textContent()).toMatch(/^INVITE .* SIP\/2\.0\n$/);
    await open.page.getByText(`${phone.address} over UDP`).waitFor();

    const record = await exported();
    expect(record.title).toBe(`${callerNumber} → ${smaNumber}`);
    expect(await steps().count()).toBe(record.events.length);
    const labels = record.events.map(({ label }) => label);
    for (const label of ["100 Trying (INVITE)", "180 Ringing (INVITE)", "200 OK (BYE)"]) {
      expect(labels).toContain(label);
    }
    expect(record.events[0]?.kind).toBe("sip.request");
    const picture = await readFile(await saved(open.page, "Export SVG"), "utf8");
    expect(await parsedSvg(open.browser, picture, ".row.sip")).toEqual({
      root: "svg",
      found: record.events.filter(({ kind }) => kind.startsWith("sip.")).length,
    });

    expect(open.running.lines.join("\n")).toMatch(/caller → pstn-audio +INVITE \+/);
    expect(open.running.lines.join("\n")).not.toContain("INVITE sip:");

    await open.page.getByLabel("SIP messages").click();
    expect(await open.page.locator(".row.sip").count()).toBe(0);
    const without = await steps().count();
    await open.page.getByRole("button", { name: "One step back" }).click();
    expect(await steps().count()).toBe(without - 1);
  },
);

pageTest("markup in SIP headers stays text, on the page and in what is exported", async () => {
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
    await open.page.locator(`[data-step] .label:text-matches("${row}")`).first().click();
    expect(await open.page.locator("#step-detail").textContent()).toContain("onerror=alert(1)");
  }
  const picture = await readFile(await saved(open.page, "Export SVG"), "utf8");
  expect(await parsedSvg(open.browser, picture, "img, script")).toEqual({
    root: "svg",
    found: 0,
  });
  const json = await saved(open.page, "Export JSON");
  await open.page.getByLabel("Exported call").setInputFiles(json);
  await open.page.getByText("From a file:").first().waitFor();
  await open.page.getByLabel("Step of the call").fill("1");
  await steps().first().click();
  expect(await open.page.locator("body img, body script").count()).toBe(0);
});

pageTest(
  "calls that are on at once are each a record, also for a page that comes later",
  async () => {
    const before = await listedCalls().count();
    const calls = Array.from({ length: 6 }, () => dial());
    expect(await Promise.all(calls.map(({ status }) => status))).toEqual(calls.map(() => 200));
    await open.page.getByText("6 on ·").waitFor();
    await open.page.reload();
    await open.page.getByText("6 on ·").waitFor();
    expect(await listedCalls().count()).toBe(before + calls.length);
    for (const call of calls) call.hangUp();
    await open.page.getByText("0 on ·").waitFor();
    await listedCalls().first().getByRole("button").focus();
    await open.page.keyboard.press("ArrowDown");
    await open.page.keyboard.press("Enter");
    await open.page.locator('#call-list li:nth-child(2) [aria-current="true"]').waitFor();
    const { id, events } = await exported();
    expect(new Set(events.map(({ transactionId }) => transactionId))).toEqual(new Set([id]));
  },
);

pageTest(
  "a failure that is added befalls the next event, and is gone when it is used up",
  async () => {
    await open.page.getByText("Make a delivery fail").click();
    await open.page.getByLabel("What happens").selectOption("not-invoked");
    await open.page.getByLabel("Which event").selectOption("NEW_INBOUND_CALL");
    await open.page.getByLabel("How often").selectOption("once");
    await open.page.getByRole("button", { name: "Add" }).click();
    await open.page.getByText("not-invoked · NEW_INBOUND_CALL · once").waitFor();
    await open.page.getByLabel("What happens").selectOption("delay");
    await open.page.getByLabel("Which event").selectOption("HANGUP");
    await open.page.getByLabel("Milliseconds").fill("5");
    await open.page.getByLabel("How often").selectOption("every time");
    await open.page.getByRole("button", { name: "Add" }).click();
    await open.page.getByText("delay 5 ms · HANGUP · every time").waitFor();
    await dial(announcementNumber).ended;
    await open.page.locator(".row.trouble", { hasText: "Rate Exceeded" }).waitFor();
    await outcome("Answered by the Lambda");
    await open.page.getByText("1 to come").waitFor();
    await open.page.getByRole("button", { name: /^Remove delay/ }).click();
    await open.page.locator("#fault-count", { hasText: /^$/ }).waitFor({ state: "attached" });
    expect(await open.page.locator("#planned-faults li").count()).toBe(0);
  },
);

pageTest("the service places a call, which is hung up from here", async () => {
  await open.page.getByText("Let it place a call").click();
  await open.page.getByLabel("Number to ring").fill("+12065550177");
  await open.page.getByLabel("From").selectOption(smaNumber);
  await open.page.getByLabel("SIP media application").selectOption("desk");
  await open.page.getByRole("button", { name: "Place the call" }).click();
  await open.page.getByText(`${smaNumber} → +12065550177`).first().waitFor();
  await open.page.locator('[data-step] .label:text-matches("^CALL_ANSWERED")').waitFor();
  await open.page.getByRole("button", { name: "Hang up", exact: true }).click();
  await outcome("Answered by the Lambda");
  expect(await open.page.getByRole("button", { name: "Hang up", exact: true }).count()).toBe(0);
  const { events } = await exported();
  expect(events.map(({ label }) => label)).toContain("hung up by the service");
});

pageTest("a caller who is hung up on from here gets a BYE", async () => {
  const call = dial();
  expect(await call.status).toBe(200);
  await open.page.getByRole("button", { name: "Hang up", exact: true }).click();
  expect(await call.ended).toMatchObject({ by: "peer", cause: "bye" });
  await outcome("Bridged");
});

pageTest.each(["light", "dark"] as const)(
  "the page is accessible and fits every width (%s)",
  (colorScheme) => expectGoodAtEveryWidth(open.page, colorScheme),
);
