import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A CRM of another origin than the context API's, with one page. */
export interface Crm {
  readonly origin: string;
  /** What `/` answers from now on. */
  serve(html: string): void;
  close(): Promise<void>;
}

export async function startCrm(): Promise<Crm> {
  let page = "";
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    // Another host name: another site, not only another origin.
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    serve: (html) => {
      page = html;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
