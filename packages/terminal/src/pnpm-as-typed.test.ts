import { expect, test } from "@jest/globals";
import { pnpmAsTyped } from "./pnpm-as-typed.ts";

test.each([
  ["/home/ana/.local/share/pnpm/pnpm", "pnpm"],
  ["/usr/lib/node_modules/pnpm/bin/pnpm.cjs", "pnpm"],
  ["/root/.npm/_npx/9c7067c5737e830f/node_modules/pnpm/pnpm", "npx -y pnpm@12"],
  ["C:\\npm\\_npx\\9c70\\node_modules\\pnpm\\pnpm.exe", "npx -y pnpm@12"],
  [undefined, "npx -y pnpm@12"],
])("run by %s, it is typed as %s", (npm_execpath, typed) => {
  expect(pnpmAsTyped({ npm_execpath })).toBe(typed);
});
