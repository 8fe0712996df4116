import { createHash } from "node:crypto";
import type { LoopbackEnv } from "@skill-call/emulation";
import { Hono } from "hono";

/**
 * As much of Amazon S3 as a skill's persistence takes: objects are put, got and deleted by path-style requests, and
 * gone when the emulator ends. Nobody is asked who they are.
 */
export function objectStore(): Hono<LoopbackEnv> {
  const objects = new Map<string, { readonly body: ArrayBuffer; readonly type: string }>();
  const app = new Hono<LoopbackEnv>();
  const path = "/:bucket/:key{.+}";
  const nameOf = (params: { readonly bucket: string; readonly key: string }) =>
    `${params.bucket}/${params.key}`;

  app.put(path, async (c) => {
    const body = await c.req.arrayBuffer();
    const type = c.req.header("content-type") ?? "binary/octet-stream";
    objects.set(nameOf(c.req.param()), { body, type });
    return c.body(null, 200, { etag: etagOf(body) });
  });
  // Hono answers HEAD by GET without its body.
  app.get(path, (c) => {
    const object = objects.get(nameOf(c.req.param()));
    if (!object) return c.body(noSuchKey, 404, { "content-type": "application/xml" });
    return c.body(object.body, 200, { "content-type": object.type, etag: etagOf(object.body) });
  });
  app.delete(path, (c) => {
    objects.delete(nameOf(c.req.param()));
    return c.body(null, 204);
  });
  return app;
}

const noSuchKey =
  '<?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>';

function etagOf(body: ArrayBuffer): string {
  return `"${createHash("md5").update(Buffer.from(body)).digest("hex")}"`;
}
