import type { ServerResponse } from "node:http";
import {
  answerJson,
  type LoopbackServer,
  type SeenRequest,
  startLoopbackServer,
} from "../src/testing/loopback-server.ts";

/** The Skill Management API and Login with Amazon as the ASK CLI's deployment needs them, on this machine. */
export interface LoopbackSmapi {
  /** What makes the ASK CLI use it. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the Skill Management API was asked since the last time: `POST /v1/skills/imports`. */
  requests(): readonly string[];
  /** The bodies of the imports so far. */
  imports(): readonly unknown[];
  /** The names of the files in the last upload. */
  uploadedFiles(): readonly string[];
  close(): Promise<void>;
}

const tokenPath = "/auth/o2/token";

export const newSkillId = "amzn1.ask.skill.0a1b2c3d-4e5f-4a2b-8c6d-9e8f7a6b5c4d";

export async function startLoopbackSmapi(): Promise<LoopbackSmapi> {
  const server = await startLoopbackServer((request, response) =>
    answer(request, response, server),
  );
  let read = 0;
  return {
    environment: {
      ASK_SMAPI_SERVER_BASE_URL: server.origin,
      ASK_LWA_TOKEN_HOST: server.origin,
    },
    requests() {
      const news = server.seen.slice(read);
      read = server.seen.length;
      return news
        .filter(({ url }) => url !== tokenPath)
        .map(({ method, url }) => `${method} ${url}`);
    },
    imports: () =>
      server.seen
        .filter(({ method, url }) => method === "POST" && url?.endsWith("/imports"))
        .map(({ body }) => JSON.parse(body)),
    uploadedFiles: () => namesInZip(server.seen.filter(({ method }) => method === "PUT").at(-1)),
    close: () => server.close(),
  };
}

interface Answer {
  readonly status: number;
  readonly body: object;
  readonly location?: string;
}

function answer(request: SeenRequest, response: ServerResponse, { origin }: LoopbackServer): void {
  const { status, body, location } = answerTo(request, origin);
  if (location !== undefined) response.setHeader("location", location);
  answerJson(response, status, body);
}

/** Skill Management API, "Skill Package REST API Reference": upload, import, status of the import. */
function answerTo({ method, url = "" }: SeenRequest, origin: string): Answer {
  if (url === tokenPath) return { status: 200, body: { access_token: "Atza|1", expires_in: 3600 } };
  const request = `${method} ${url}`;
  if (request === "POST /v1/skills/uploads")
    return { status: 201, body: { uploadUrl: `${origin}/upload`, expiresAt: "2099-01-01" } };
  if (request === "PUT /upload") return { status: 200, body: {} };
  const toImport = /^POST \/v1\/skills\/(?:(amzn1[^/]+)\/)?imports$/.exec(request);
  if (toImport) {
    // The ID of the import tells which skill it is of.
    const [, skillId = newSkillId] = toImport;
    return { status: 202, body: {}, location: `/v1/skills/imports/${skillId}` };
  }
  const imported = /^GET \/v1\/skills\/imports\/(.+)$/.exec(request);
  return imported
    ? { status: 200, body: { status: "SUCCEEDED", skill: { skillId: imported[1] } } }
    : { status: 404, body: { message: request } };
}

/** The names in a ZIP's local file headers; what else is in it did not survive being read as text. */
function namesInZip(upload: SeenRequest | undefined): string[] {
  const names = upload?.body.match(
    /(?:skill\.json|interactionModels\/custom\/[\w-]+\.json|assets\/images\/[\w-]+\.png)/g,
  );
  return [...new Set(names)].sort();
}
