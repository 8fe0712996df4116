import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AgentPageLinks } from "@skill-call/call-console";
import { type CallForm, fieldLabelsOf } from "@skill-call/call-form";
import { type OpenParts, openTogether } from "@skill-call/emulation";
import { type Issuer, startIssuer } from "../issuer/start-issuer.ts";
import { findRepository } from "../lambdas/repository.ts";
import type { Laptop } from "../laptop.ts";
import { awsRegion, tableName } from "../samples/sample-numbers.ts";
import { startContextApiProcess } from "./context-api-process.ts";
import { servePageFrame } from "./page-frame.ts";

/** The agent's page of the context API, with somebody signed in. */
export interface AgentPage {
  /** Where it is served, for a frame. */
  readonly frameOrigin: string;
  /** Opens it with a call's context: in a frame, and in a window of its own. */
  linksTo(contextId: string): AgentPageLinks;
  close(): Promise<void>;
}

/** The user of the laptop may read everything. */
const agent = { subject: "agent", scope: "call-context:read call-context:read-pii" };

/** Tells its requests from those of the call's parties, which stand in the ladder. */
const accessKeyId = "LAPTOPCONTEXTAPI";

export interface AgentPageOptions {
  readonly laptop: Pick<Laptop, "clock" | "endpoints">;
  /** Whose fields the page shows by their labels. */
  readonly form: CallForm;
  /** Origin of the only page that may show it in a frame. */
  readonly framedBy: () => string;
  /** The page in the frame shows a call's context. */
  readonly onContext: (contextId: string) => void;
}

/** @throws {NotBuiltError} when the context API is not built */
export function openAgentPage(options: AgentPageOptions): Promise<AgentPage> {
  return openTogether((parts) => compose(options, parts));
}

async function compose(
  { laptop: { clock, endpoints }, form, ...framing }: AgentPageOptions,
  parts: OpenParts,
): Promise<AgentPage> {
  const file = findRepository(import.meta.url).contextApiFile();
  const issuer = parts.keep(await startIssuer({ clock }));
  const labels = parts.keep(writeLabels(form));
  const environment = { ...endpoints, ...settings(issuer), AGENT_LABELS_FILE: labels.file };
  const api = parts.keep(await startContextApiProcess(file, environment));
  const frame = parts.keep(await servePageFrame({ url: api.url, ...framing }));
  return {
    frameOrigin: frame.endpoint,
    linksTo: (contextId) => {
      const page = `/agent#${contextId}&token=${issuer.token(agent)}`;
      return { frame: frame.endpoint + page, window: api.url + page };
    },
    close: () => parts.close(),
  };
}

function settings(issuer: Issuer): Readonly<Record<string, string>> {
  return {
    CALL_CONTEXT_TABLE: tableName,
    JWT_ISSUER: issuer.url,
    JWT_AUDIENCE: issuer.audience,
    AWS_REGION: awsRegion,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
}

/** A team's build puts them beside the Lambda; here they are those of the form that is shown. */
function writeLabels(form: CallForm) {
  const folder = mkdtempSync(join(tmpdir(), "skill-call-labels-"));
  const file = join(folder, "labels.json");
  const labels = form.words.map(({ locale }) => [locale, fieldLabelsOf(form, locale)]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(labels)));
  return { file, close: async () => rmSync(folder, { recursive: true, force: true }) };
}
