/**
 * How pnpm is called on this machine: by npx, unless it is installed.
 * @param environment of a script that pnpm runs
 */
export function pnpmAsTyped({ npm_execpath = "" }: NodeJS.ProcessEnv): string {
  const isInstalled = npm_execpath !== "" && !/[\\/]_npx[\\/]/.test(npm_execpath);
  return isInstalled ? "pnpm" : "npx -y pnpm@12";
}
