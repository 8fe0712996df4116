import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import { type CallContext, encodeContextId } from "@skill-call/call-context";
import { chromium, testWith } from "@skill-call/test-peers";
import { expectAccessible, startChromium } from "@skill-call/test-peers/browser";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { complaintsOf, expectSaid, newPage } from "./support/agent-page.ts";
import { LocalAws } from "./support/aws.ts";
import { BuiltServer } from "./support/built-server.ts";
import { audience, Issuer } from "./support/issuer.ts";
import { sampleContext } from "./support/sample-context.ts";
import { startSmallServer } from "./support/small-server.ts";

const screenshots = join(__dirname, "../reports/screenshots");

const pageTest = testWith(chromium);

let aws: LocalAws;
let issuer: Issuer;
let server: BuiltServer;
let browser: Browser;
/** A window starts a process of the browser, most of what a test costs: those that need none of their own share one. */
let shared: Page;
/** The window of the test that runs. */
let page: Page | undefined;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  [aws, issuer] = [await LocalAws.start(), await Issuer.start()];
  const access = { JWT_ISSUER: issuer.url, JWT_AUDIENCE: audience };
  server = await BuiltServer.start({ ...aws.environment, ...access });
  browser = await startChromium();
  shared = await newPage(browser);
});

afterEach(async () => {
  const heard = page ? complaintsOf(page) : [];
  await (page === shared ? leave(shared) : page?.context().close());
  page = undefined;
  expect(heard).toEqual([]);
});

/** Leaves what is shown, and how, for the next test. */
async function leave(window: Page): Promise<void> {
  await window.goto("about:blank");
  await look(window, {});
}

const usualViewport = { width: 1280, height: 720 };

async function look(window: Page, { viewport = usualViewport, colorScheme = "light" }: Look) {
  await window.setViewportSize(viewport);
  await window.emulateMedia({ colorScheme });
}

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await Promise.all([issuer?.close(), aws?.close()]);
});

const whole = "call-context:read call-context:read-pii";

interface Look {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
}

interface PageOptions extends Look {
  /** A window with these permissions, for this test alone. */
  readonly own?: Pick<BrowserContextOptions, "permissions">;
}

async function openPage(way: string, { own, ...how }: PageOptions = {}): Promise<Page> {
  page = own ? await newPage(browser, own) : shared;
  await look(page, how);
  // Where only what follows the # is another one nothing would be loaded.
  await page.goto("about:blank");
  await page.goto(`${server.url}/agent${way}`);
  return page;
}

interface CallOptions extends PageOptions {
  readonly scope?: string;
  readonly context?: Partial<CallContext>;
}

/** The page with a call on it, opened as a CRM does. */
async function openCall({
  scope = "call-context:read",
  context = {},
  ...options
}: CallOptions = {}) {
  const { contextId, callerName } = await aws.store.create({ ...sampleContext, ...context });
  const token = await issuer.token({ scope });
  const opened = await openPage(`#${contextId}&token=${token}`, options);
  await opened.getByRole("heading", { name: callerName, exact: true }).waitFor();
  return { contextId, token, page: opened };
}

pageTest(
  "a call opened by its ID shows who calls, why, and what is known of the account",
  async () => {
    const { page } = await openCall();
    await expectSaid(page, "Joséphine Tremblay, about: Technical support.");
    const text = await page.locator("#call").textContent();
    for (const words of [
      "Technical support: “my January invoice”",
      "••••1-Q",
      "⚠ Not verified: ask before you rely on it",
      "••••1111",
      "Canadian French (fr-CA)",
      "The call is on its way",
      "Queue••••Not shown: your access does not include personal data",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/Spoke with Alexa(now|\d+ seconds? ago)/);
  },
);

pageTest("a call opened by its User-to-User header is the same call", async () => {
  const { contextId } = await aws.store.create(sampleContext);
  const header = encodeURIComponent(encodeContextId(contextId));
  const page = await openPage(
    `?userToUser=${header}#token=${await issuer.token({ scope: whole })}`,
  );
  await page.getByRole("heading", { name: "Joséphine Tremblay" }).waitFor();
  expect(await page.locator("#facts").textContent()).toContain("ACC-7781-Q");
});

pageTest(
  "ID, header and token leave the address bar and the history at once, and nothing is kept",
  async () => {
    const { page } = await openCall({ own: {} });
    expect(
      new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash,
    ).toBe("/agent");
    const kept = await page.evaluate(
      "JSON.stringify([history.length, localStorage.length, sessionStorage.length, document.cookie, document.title])",
    );
    expect(JSON.parse(String(kept))).toEqual([2, 0, 0, "", "Who is calling"]);
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
    await page.reload();
    await expectSaid(page, "No call was given.");
  },
);

pageTest("without a token the page asks for one, by keyboard, and hides it", async () => {
  const { contextId } = await aws.store.create(sampleContext);
  const page = await openPage(`#${contextId}`);
  await expectSaid(page, "Enter your access token to see who is calling.");
  const field = page.getByLabel("Access token");
  expect(await field.getAttribute("type")).toBe("password");
  await expectAccessible(page);
  await page.keyboard.type(await issuer.token({ scope: "call-context:read" }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Joséphine Tremblay" }).waitFor();
  expect(await page.evaluate("document.activeElement.shadowRoot.activeElement.id")).toBe(
    "caller-name",
  );
  expect(await field.isHidden()).toBe(true);
});

pageTest(
  "a token that is not accepted, or may not read, is told, and another one asked for",
  async () => {
    const { contextId } = await aws.store.create(sampleContext);
    const page = await openPage(`#${contextId}&token=abc`);
    await expectSaid(page, "This token was not accepted. Enter another one.");
    await page.getByLabel("Access token").fill(await issuer.token({ scope: "call-context:write" }));
    await page.getByRole("button", { name: "Show the call" }).click();
    await expectSaid(page, "This token may not read call contexts. Enter another one.");
  },
);

pageTest("an unknown context is told", async () => {
  const page = await openPage(`#${"0".repeat(32)}&token=${await issuer.token({ scope: whole })}`);
  await expectSaid(page, "There is no such call: it is unknown, or its time is over.");
  await expectAccessible(page);
});

pageTest("a context that was used before is told, with its timeline", async () => {
  const { contextId } = await aws.store.create(sampleContext);
  await aws.store.claim(contextId, "call-1");
  await aws.store.advance(contextId, "ended");
  const page = await openPage(`#${contextId}&token=${await issuer.token({ scope: whole })}`);
  await expectSaid(page, "Already used: this call has ended.");
  expect(await page.locator("#timeline li").allTextContents()).toHaveLength(3);
});

pageTest("a context that expires while it is shown leaves the page", async () => {
  const { contextId } = await aws.store.create(sampleContext);
  page = await newPage(browser);
  await page.clock.install({ time: new Date() });
  await page.goto(`${server.url}/agent#${contextId}&token=${await issuer.token({ scope: whole })}`);
  await page.getByRole("heading", { name: "Joséphine Tremblay" }).waitFor();
  await page.clock.fastForward("01:00:01");
  await expectSaid(page, "This context has expired.");
  expect(await page.locator("#call").textContent()).not.toContain("Tremblay");
});

pageTest("the page follows the call: it arrives, is noted, connects and ends", async () => {
  const { contextId, page } = await openCall();
  const entries = page.locator("#timeline li");
  const shows = async (status: string, count: number) => {
    await page.locator("#call-status", { hasText: status }).waitFor();
    await entries.nth(count - 1).waitFor();
  };
  await aws.store.claim(contextId, "call-1");
  await shows("The call is being put through", 2);
  await aws.store.addNote(contextId, { id: "n1", text: "Prefers French" });
  await shows("The call is being put through", 3);
  await aws.store.advance(contextId, "connected");
  await shows("Connected", 4);
  await aws.store.advance(contextId, "ended");
  await shows("The call has ended", 5);
  await expectSaid(page, "The call has ended.");
  expect(await entries.locator("span").allTextContents()).toEqual([
    "Spoke with Alexa",
    "Call came in",
    "Note: Prefers French",
    "Call answered",
    "Call ended",
  ]);
});

pageTest(
  "an API that cannot be reached for a while is told, and so is that it is back",
  async () => {
    const { contextId } = await aws.store.create(sampleContext);
    const opened = await newPage(browser);
    page = opened;
    const events = "**/v1/contexts/*/events";
    await opened.route(events, (route) => route.abort());
    await opened.goto(
      `${server.url}/agent#${contextId}&token=${await issuer.token({ scope: whole })}`,
    );
    await expectSaid(opened, "The context cannot be fetched right now. Trying again…");
    await opened.unroute(events);
    await expectSaid(opened, "Joséphine Tremblay, about: Technical support.");
  },
);

pageTest("the next call may come into the same window", async () => {
  const { page } = await openCall();
  const { contextId } = await aws.store.create({ ...sampleContext, callerName: "Ana Ruiz" });
  await page.evaluate(`location.hash = ${JSON.stringify(contextId)}`);
  await page.getByRole("heading", { name: "Ana Ruiz" }).waitFor();
  expect(await page.locator("#call").textContent()).not.toContain("Tremblay");
});

pageTest("a CRM of another origin opens the next call in the same window", async () => {
  const crm = await startSmallServer(() => ({}));
  const { page: first, contextId } = await openCall({ own: {} });
  const opener = await first.context().newPage();
  await opener.goto(crm.url.replace("127.0.0.1", "localhost"));
  const token = await issuer.token({ scope: whole });
  const next = await aws.store.create({ ...sampleContext, callerName: "Ana Ruiz" });
  const opened = opener.waitForEvent("popup");
  await opener.evaluate(`window.open("${server.url}/agent#${contextId}&token=${token}", "agent")`);
  const popup = await opened;
  await popup.getByRole("heading", { name: "Joséphine Tremblay" }).waitFor();
  await opener.evaluate(`window.open("${server.url}/agent#${next.contextId}", "agent")`);
  await popup.getByRole("heading", { name: "Ana Ruiz" }).waitFor();
  expect(first.context().pages()).toHaveLength(3);
  await crm.close();
});

pageTest("words that run from right to left turn nothing around them", async () => {
  const { page } = await openCall({
    context: { reason: { id: "billing", text: "فاتورة \u202eabc" }, locale: "ar-SA" },
  });
  const words = page.locator("#reason bdi");
  expect(await words.textContent()).toBe("فاتورة \u202eabc");
  expect(await words.getAttribute("lang")).toBe("ar-SA");
  expect(await page.locator("#caller-name").getAttribute("lang")).toBe("ar-SA");
});

pageTest("a masked value is read out by its end", async () => {
  const { page } = await openCall();
  const account = page.locator("dd").first();
  expect(await account.ariaSnapshot()).toContain("ends in 1-Q");
});

pageTest("what did not change is left alone when the page asks again", async () => {
  const { contextId } = await aws.store.create(sampleContext);
  const token = await issuer.token({ scope: whole });
  const opened = await newPage(browser);
  page = opened;
  await opened.clock.install({ time: new Date() });
  // As behind API Gateway: a stream is one event, and then the page asks again.
  await opened.route("**/events", async (route) => {
    const [context, timeline] = await Promise.all(
      ["", "/timeline"].map(async (part) => {
        const headers = { authorization: `Bearer ${token}` };
        return (await fetch(`${server.url}/v1/contexts/${contextId}${part}`, { headers })).json();
      }),
    );
    await route.fulfill({
      body: `event: context\ndata: ${JSON.stringify({ context, timeline })}\n\n`,
    });
  });
  await opened.goto(`${server.url}/agent#${contextId}&token=${token}`);
  await opened.locator("#timeline li").waitFor();
  await opened.locator("#timeline li").evaluate((entry) => entry.setAttribute("id", "kept"));
  // Once it asks for the third time it has shown the second answer.
  for (const _ of ["second", "third"]) await asksAgain(opened);
  expect(await opened.locator("#kept").count()).toBe(1);
  await aws.store.claim(contextId, "call-1");
  await asksAgain(opened);
  await opened.locator("#timeline li").nth(1).waitFor();
});

/** Lets the time pass until the page asks for the call again. */
async function asksAgain(opened: Page): Promise<void> {
  const asking = opened.waitForRequest("**/events");
  let isAsked = false;
  void asking.then(() => {
    isAsked = true;
  });
  while (!isAsked) await opened.clock.runFor(500);
}

pageTest("whole values are copied and masked ones cannot be", async () => {
  const { page } = await openCall({
    scope: whole,
    own: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  await page.getByRole("button", { name: "Copy Account" }).focus();
  await page.keyboard.press("Enter");
  await expectSaid(page, "Copied the Account.");
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe("ACC-7781-Q");
});

pageTest("a masked value has no button to copy it", async () => {
  const { page } = await openCall();
  expect(await page.getByRole("button", { name: /^Copy/ }).count()).toBe(0);
});

pageTest("a verified account has its mark", async () => {
  const { page } = await openCall({ context: { accountIdVerified: true } });
  expect(await page.locator("#facts").textContent()).toContain("✓ Verified");
});

const hostile = [
  '<img src=x onerror="alert(1)">',
  "<script>alert(2)</script>",
  '"><svg onload=alert(3)>',
  "javascript:alert(4)",
  "</title></style></script><iframe srcdoc='<script>alert(5)</script>'>",
  "{{constructor.constructor('alert(6)')()}}",
];

pageTest("no word of a caller ever becomes markup, in any field", async () => {
  for (const words of hostile) {
    const { contextId } = await aws.store.create({
      callerName: words,
      accountId: words,
      accountIdVerified: false,
      reason: { id: words, text: words },
      locale: words,
      skillId: words,
      callStarter: "skill-call",
    });
    await aws.store.addNote(contextId, { id: "n1", text: words });
    const page = await openPage(`#${contextId}&token=${await issuer.token({ scope: whole })}`);
    await page.getByRole("heading", { name: words, exact: true }).waitFor();
    expect(await page.locator("#call :is(img, script, svg, iframe, a)").count()).toBe(0);
    const text = await page.locator("#call").textContent();
    expect((text ?? "").split(words).length - 1).toBeGreaterThanOrEqual(5);
    expect(complaintsOf(page)).toEqual([]);
  }
});

pageTest.each(hostile)(
  "opened with %s the page says that there is no such context",
  async (words) => {
    const token = await issuer.token({ scope: whole });
    const page = await openPage(`?userToUser=${encodeURIComponent(words)}#token=${token}`);
    await expectSaid(page, "There is no such call");
  },
);

pageTest("a script that finds its way into the page does not run", async () => {
  const opened = (await openCall({ own: {} })).page;
  const ran = await opened.evaluate(`(() => {
    const script = document.createElement("script");
    try { script.textContent = "window.ran = true"; document.body.append(script); } catch {}
    try { document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran=true'>"); } catch {}
    return String(window.ran);
  })()`);
  expect(ran).toBe("undefined");
  expect(complaintsOf(opened)).toHaveLength(2);
  await opened.context().close();
  // What the policy complained about was meant.
  page = undefined;
});

const widths = [320, 768, 1280];
const looks = widths.flatMap((width) => [[width, "light"] as const, [width, "dark"] as const]);

pageTest.each(looks)(
  "at %i pixels in %s nothing is cut off and axe finds nothing",
  async (width, colorScheme) => {
    const { contextId, page } = await openCall({
      scope: whole,
      viewport: { width, height: 800 },
      colorScheme,
      context: { callerName: "Marie-Antoinette Wolfeschlegelsteinhausenbergerdorff" },
    });
    await aws.store.claim(contextId, "call-1");
    await aws.store.addNote(contextId, { id: "n1", text: "x".repeat(300) });
    await page.locator("#timeline li").nth(2).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    await expectAccessible(page);
    await page.screenshot({
      path: join(screenshots, `call-${width}-${colorScheme}.png`),
      fullPage: true,
    });
  },
);

pageTest.each(looks)(
  "at %i pixels in %s the form is accessible too",
  async (width, colorScheme) => {
    const page = await openPage(`#${"0".repeat(32)}`, {
      viewport: { width, height: 600 },
      colorScheme,
    });
    await page.getByLabel("Access token").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    await expectAccessible(page);
    await page.screenshot({ path: join(screenshots, `token-${width}-${colorScheme}.png`) });
  },
);
