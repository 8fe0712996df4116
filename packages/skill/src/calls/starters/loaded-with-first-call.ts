import type { CreateSipMediaApplicationCall } from "./callback.ts";

type CreateCall = CreateSipMediaApplicationCall;

/** Loads what creates calls with the first one: a skill that starts them another way never runs that code. */
export function loadedWithFirstCall(load: () => Promise<CreateCall>): CreateCall {
  let loaded: Promise<CreateCall> | undefined;
  return async (call, signal) => {
    loaded ??= load();
    const createCall = await loaded;
    await createCall(call, signal);
  };
}
