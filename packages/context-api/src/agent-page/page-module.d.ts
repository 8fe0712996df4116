// What scripts/inline-page.mjs makes of a page: one document with its style and script in it.
declare module "*.page.html" {
  const page: import("./agent-page.ts").AgentPage;
  export default page;
}

declare module "*.page.html?script=workspace.ts" {
  const page: import("./agent-page.ts").AgentPage;
  export default page;
}

// And of a module for browsers: its text, with everything that it imports.
declare module "*?text" {
  const text: string;
  export default text;
}
