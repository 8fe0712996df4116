// The pictures of README and docs/console.md, from a call that really takes place: `npx -y pnpm@12 docs:images`.
// Chromium is the one that CHROMIUM names, or the system's.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const { chromium } = createRequire(`${root}packages/call-console/package.json`)("playwright-core");
const image = (name) => `${root}docs/images/${name}.png`;

function ended(child) {
  child.kill("SIGINT");
  return once(child, "close");
}

/** The console, and what ends it. */
async function startConsole() {
  const child = spawn(process.execPath, [`${root}packages/cli/dist/cli.mjs`, "demo", "--open"], {
    env: { ...process.env, BROWSER: "none" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Call console +(http:\S+)/.exec(line)?.[1];
    if (url) return { url, close: () => ended(child) };
  }
  throw new Error("The console ended before it listened");
}

// As test-peers has it, for the tests, in TypeScript.
const systems = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const chromiumPath = process.env.CHROMIUM ?? systems.find((path) => existsSync(path));

const console = await startConsole();
const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(console.url);
  await page.locator('[data-connected="true"]').waitFor();
  await page.getByRole("button", { name: "Play the sample caller" }).click();
  await page.locator('#desk[data-stage="ringing"]').waitFor({ timeout: 60_000 });
  await page.frameLocator("#agent-frame").getByRole("heading", { name: "Ana" }).waitFor();
  await page.screenshot({ path: image("console-ringing") });

  const href = await page.locator("#agent-window").getAttribute("href");
  const desk = await browser.newPage({ viewport: { width: 760, height: 620 } });
  await desk.goto(href);
  await desk.getByRole("heading", { name: "Ana" }).waitFor();
  await desk.screenshot({ path: image("agents-page") });
} finally {
  await browser.close();
  await console.close();
}
