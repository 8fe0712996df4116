export { expectAccessible } from "./expect-accessible.ts";
export { startChromium } from "./start-chromium.ts";
