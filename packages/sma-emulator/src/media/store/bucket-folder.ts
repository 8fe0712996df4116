import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";

/** A file in a bucket. */
export interface ObjectName {
  readonly bucketName: string;
  readonly key: string;
}

/** A folder in place of S3: an object lies at `<folder>/<BucketName>/<Key>`. */
export interface BucketFolder {
  /** Undefined when there is none. */
  read(name: ObjectName): Promise<Uint8Array | undefined>;
  /** `false` when it cannot be written. */
  write(name: ObjectName, content: Uint8Array): Promise<boolean>;
}

export function openBucketFolder(folder: string): BucketFolder {
  return {
    read: async (name) => {
      const path = pathOf(folder, name);
      return path === undefined ? undefined : readFile(path).catch(() => undefined);
    },
    write: async (name, content) => {
      const path = pathOf(folder, name);
      if (path === undefined) return false;
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Undefined for names that lead out of the bucket: in S3 they lead nowhere. */
function pathOf(folder: string, { bucketName, key }: ObjectName): string | undefined {
  const bucket = resolve(folder, bucketName);
  const path = join(bucket, key);
  const isInside = bucket.startsWith(resolve(folder) + sep) && path.startsWith(bucket + sep);
  return isInside && !path.includes("\0") ? path : undefined;
}
