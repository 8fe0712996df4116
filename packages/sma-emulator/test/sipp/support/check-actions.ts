/** POSIX patterns that a message must match: by header name, or `body`, or `start` for its first line. */
export type Checks = readonly (readonly [part: string, pattern: string])[];

/** sipp's way of checking a message; the call fails where one does not match. */
export function checkActions(checks: Checks, point: string): string {
  return checks
    .map(([part, pattern], index) => {
      const variable = `${point}${index}`;
      const regexp = pattern
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll('"', "&quot;");
      return `<ereg regexp="${regexp}" ${searchedIn(part)} check_it="true" assign_to="${variable}"/><log message="[$${variable}]"/>`;
    })
    .join("\n");
}

function searchedIn(part: string): string {
  if (part === "body" || part === "start") return 'search_in="msg"';
  return `search_in="hdr" header="${part}:" case_indep="false"`;
}
