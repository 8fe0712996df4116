import type { CreateSipMediaApplicationCall } from "./callback.ts";

type CreateCall = CreateSipMediaApplicationCall;

/**
 * Loads what creates calls with the first one: a skill that starts them another way never runs that code. A load that
 * failed is tried again by the next call: a warm Lambda may live for hours.
 */
export function loadedWithFirstCall(load: () => Promise<CreateCall>): CreateCall {
  let loaded: Promise<CreateCall> | undefined;
  return async (call, signal) => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    const createCall = await loaded;
    await createCall(call, signal);
  };
}
