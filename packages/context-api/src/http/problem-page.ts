import { html } from "hono/html";
import { type Problem, problems } from "../errors.ts";

/** The page that a problem's `type` leads to; `undefined`: there is no such problem. */
export function problemPage(code: string) {
  const problem = Object.entries<Problem>(problems).find(([known]) => known === code)?.[1];
  if (!problem) return undefined;
  const { status, title, detail, whatToDo } = problem;
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body>
<h1>${status} ${title}</h1>
<p><code>${code}</code></p>
<p>${detail}</p>
<p>${whatToDo}</p>
</body>
</html>
`;
}
