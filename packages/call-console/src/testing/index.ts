export { consoleInBrowser, expectGoodAtEveryWidth, parsedSvg, saved } from "./console-page.ts";
export { runConsoleCommand } from "./console-under-test.ts";
