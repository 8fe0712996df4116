import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import { chromium, testWith } from "@skill-call/test-peers";
import { expectAccessible, startChromium } from "@skill-call/test-peers/browser";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { agentWorkspace } from "../src/agent-workspace.ts";
import { ApiUnderTest } from "../src/api-under-test.ts";
import { type Crm, startCrm } from "../src/crm.ts";

const pageTest = testWith(chromium);

const labels = {
  "en-US": [
    { id: "plan", kind: "choice", label: "Plan", sensitive: false, values: { gold: "Gold plan" } },
    { id: "birthday", kind: "date", label: "Birthday" },
  ],
  "es-US": [{ id: "plan", label: "Contrato", sensitive: false, values: { gold: "Plan oro" } }],
};
const own = { plan: "gold", birthday: "1980-05-17", callbackNumber: "+12045552222" };
const read = "call-context:read";

let folder: string;
let crm: Crm;
let stranger: Crm;
let api: ApiUnderTest;
let browser: Browser;
let context: Awaited<ReturnType<Browser["newContext"]>> | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "walk-"));
  const labelsFile = join(folder, "labels.json");
  writeFileSync(labelsFile, JSON.stringify(labels));
  [crm, stranger] = [await startCrm(), await startCrm()];
  api = await ApiUnderTest.start({
    environment: {
      CORS_ALLOWED_ORIGINS: crm.origin,
      AGENT_FRAME_ANCESTORS: crm.origin,
      AGENT_LOGIN_CLIENT_ID: "agent-page",
      AGENT_LOGIN_SCOPE: "openid call-context:read call-context:read-pii",
      AGENT_LABELS_FILE: labelsFile,
      ACCOUNT_LINK: "https://crm.example.com/accounts/{accountId}",
    },
    redirectUris: ["http://127.0.0.1/agent/signed-in"],
  });
  browser = await startChromium();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await api?.close();
  await Promise.all([crm?.close(), stranger?.close()]);
  rmSync(folder, { recursive: true });
});

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  context = await browser.newContext({ locale: "en-US", timezoneId: "UTC", ...options });
  return context.newPage();
}

/** What the element or the frame told the CRM's page, in order. */
const told = (page: Page) => page.evaluate<string[]>("window.told");

const elementPage = () => `<!doctype html><html lang="en"><title>CRM</title>
  <script type="module" src="${api.url}/call-context.js"></script>
  <main><h1>CRM</h1><call-context></call-context></main>
  <script>
    window.told = [];
    for (const name of ["ready", "status", "token-expired", "copied"])
      document.querySelector("call-context").addEventListener(name, ({ detail }) =>
        window.told.push(name + " " + Object.values(detail).join()));
  </script>`;

const framePage = () => `<!doctype html><html lang="en"><title>CRM</title>
  <iframe title="Who is calling" src="${api.url}/agent" width="800" height="900"></iframe>
  <script>
    window.told = [];
    addEventListener("message", ({ origin, data }) => {
      if (origin === "${api.url}") window.told.push(Object.values(data).join(" "));
    });
    window.send = (message) =>
      document.querySelector("iframe").contentWindow.postMessage(message, "${api.url}");
  </script>`;

pageTest(
  "<call-context> on a page of another origin shows a call with the CRM's token",
  async () => {
    const contextId = await api.call(own);
    const page = await newPage();
    crm.serve(elementPage());
    await page.goto(crm.origin);
    await page.waitForFunction("window.told.includes('ready ')");
    const token = await api.provider.machineToken(`${read} call-context:write`);
    await page.evaluate(
      `Object.assign(document.querySelector("call-context"), ${JSON.stringify({ token, contextId })})`,
    );
    await page.getByRole("heading", { name: "Maria Silva" }).waitFor();
    const facts = await page.locator("#facts").textContent();
    expect(facts).toContain("PlanGold plan");
    expect(facts).toContain("Birthday••••Not shown: your access does not include personal data");
    expect(facts).toContain("Callback number••••Not shown");
    await page.getByLabel("Note about this call").fill("Calls back tomorrow");
    await page.getByRole("button", { name: "Keep note" }).click();
    await page.getByText("Note: Calls back tomorrow").waitFor();
    await expectAccessible(page);
    await api.store.advance(contextId, "ended");
    await page.waitForFunction("window.told.at(-1) === 'status ended'");
    expect(await told(page)).toEqual(["ready ", "status claimed", "status ended"]);
  },
);

pageTest(
  "the framed page takes call and token by message, and a token's end keeps the call",
  async () => {
    const contextId = await api.call(own);
    const page = await newPage();
    crm.serve(framePage());
    await page.goto(crm.origin);
    await page.waitForFunction("window.told.includes('ready')");
    const frame = page.frameLocator("iframe");
    const send = (message: object) => page.evaluate(`window.send(${JSON.stringify(message)})`);
    await send({ contextId });
    await page.waitForFunction("window.told.includes('token-expired missing')");
    // The first stream ends with the token, and the next is refused.
    let isOver = false;
    await page.route("**/events", async (route) => {
      if (isOver) return route.fulfill({ status: 401, body: "{}" });
      isOver = true;
      const record = await (
        await fetch(`${api.url}/v1/contexts/${contextId}`, { headers: { authorization } })
      ).json();
      const data = JSON.stringify({ context: record, timeline: { entries: [] } });
      return route.fulfill({ body: `id: 1\nevent: context\ndata: ${data}\n\n` });
    });
    const token = await api.provider.machineToken(read);
    const authorization = `Bearer ${token}`;
    await send({ token });
    await frame.getByRole("heading", { name: "Maria Silva" }).waitFor();
    await frame.getByText("Your access has run out.").waitFor();
    expect(await frame.getByRole("heading", { name: "Maria Silva" }).count()).toBe(1);
    expect(await frame.getByRole("button", { name: "Renew access" }).count()).toBe(1);
    await page.unroute("**/events");
    await send({ token: await api.provider.machineToken(`${read} call-context:read-pii`) });
    await frame.getByText("Birthday").waitFor();
    await frame.getByText("May 17, 1980").waitFor();
    const link = frame.getByRole("link", { name: "Open account" });
    expect(await link.getAttribute("href")).toBe("https://crm.example.com/accounts/AC1234");
    expect(await frame.getByRole("link", { name: "+1 204-555-2222" }).getAttribute("href")).toBe(
      "tel:+12045552222",
    );
    expect(await told(page)).toEqual([
      "ready",
      "token-expired missing",
      "status claimed",
      "token-expired unauthorized",
    ]);
  },
);

pageTest("a page of an origin that is not configured cannot frame it", async () => {
  const page = await newPage();
  stranger.serve(framePage());
  const refused = page.waitForEvent("console", (message) => /frame-ancestors/.test(message.text()));
  await page.goto(stranger.origin);
  await refused;
  expect(await told(page)).toEqual([]);
});

pageTest("an agent signs in on the page at the issuer, and the call stays on it", async () => {
  const contextId = await api.call(own);
  const page = await newPage();
  await page.goto(`${api.url}/agent#${contextId}`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Maria Silva" }).waitFor();
  expect(await page.locator("#facts").textContent()).toContain("AC1234");
  const kept = await page.evaluate("[localStorage.length, sessionStorage.length].join()");
  expect(kept).toBe("0,0");
});

pageTest(
  "in Amazon Connect's agent workspace an agent signs in once, and sees who each contact is",
  async () => {
    const [first, second] = [
      await api.call(own),
      await api.call({ ...own, callerName: "Ana Ruiz" }),
    ];
    const attributes = { c1: { contextId: first }, c2: { contextId: second }, c3: {} };
    const page = await newPage();
    crm.serve(agentWorkspace({ app: `${api.url}/agent/workspace`, contactId: "c1", attributes }));
    await page.goto(crm.origin);
    const app = page.frameLocator("iframe");
    const happens = (key: string, contactId: string) =>
      page.evaluate(`window.publish(${JSON.stringify(key)}, ${JSON.stringify(contactId)})`);
    await app.getByRole("button", { name: "Sign in" }).click();
    await app.getByRole("heading", { name: "Maria Silva" }).waitFor();
    await happens("contact/connected", "c2");
    await app.getByRole("heading", { name: "Ana Ruiz" }).waitFor();
    // The contact before is put away only now; what is shown stays.
    await happens("contact/cleared", "c1");
    await happens("contact/connected", "c2");
    await happens("contact/cleared", "c2");
    await app.getByText("No call was given.").waitFor();
    expect(await app.locator("#call").textContent()).not.toContain("Ruiz");
    await happens("contact/connected", "c1");
    await app.getByRole("heading", { name: "Maria Silva" }).waitFor();
    // Dialled by hand: nobody spoke with Alexa before.
    await happens("contact/connected", "c3");
    await app.getByText("No call was given.").waitFor();
    await happens("contact/connected", "not-permitted");
    await page.waitForFunction(
      "window.heard.some((each) => each.includes('Contact.Attributes.View'))",
    );
    expect(await app.locator("#call").textContent()).not.toContain("Silva");
    const heard = await page.evaluate<string[]>("window.heard");
    // Once for each contact that came on, and not again for the one that stayed.
    expect(heard.filter((each) => each === "request")).toHaveLength(5);
    expect(heard).toContain("appLifecycleHandlerCompleted");
    expect(heard).not.toContain("closeApp");
  },
);

pageTest("an app opened before the first contact waits for it", async () => {
  const contextId = await api.call(own);
  const page = await newPage();
  const attributes = { c1: { contextId } };
  crm.serve(agentWorkspace({ app: `${api.url}/agent/workspace`, attributes }));
  await page.goto(crm.origin);
  const app = page.frameLocator("iframe");
  await page.waitForFunction("window.heard?.includes('appLifecycleHandlerCompleted')");
  await app.getByText("No call was given.").waitFor();
  await page.evaluate("window.publish('contact/connected', 'c1')");
  await app.getByLabel("Access token").fill(await api.provider.machineToken(read));
  await app.getByRole("button", { name: "Show the call" }).click();
  await app.getByRole("heading", { name: "Maria Silva" }).waitFor();
});

const languages = [
  ["en-CA", "Who is calling", "PlanGold plan", "May 17, 1980"],
  ["es-US", "Quién llama", "ContratoPlan oro", "1980-05-17"],
  ["fr-CA", "Qui appelle", "PlanGold plan", "17 mai 1980"],
] as const;

pageTest.each(languages)("in %s the page says '%s'", async (locale, title, plan, birthday) => {
  const contextId = await api.call(own);
  const token = await api.provider.machineToken(`${read} call-context:read-pii`);
  const page = await newPage({ locale });
  await page.goto(`${api.url}/agent#${contextId}&token=${token}`);
  await page.getByRole("heading", { name: "Maria Silva" }).waitFor();
  expect(await page.title()).toBe(title);
  const facts = await page.locator("#facts").textContent();
  expect(facts).toContain(plan);
  expect(facts).toContain(birthday);
  await expectAccessible(page);
});
