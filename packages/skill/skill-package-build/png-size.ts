const signature = "89504e470d0a1a0a";

/** Width and height in pixels; `undefined` when the bytes are no PNG (its first chunk is IHDR: PNG, 11.2.1). */
export function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 24 || bytes.toString("hex", 0, 8) !== signature) return undefined;
  if (bytes.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
