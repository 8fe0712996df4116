export { byId } from "./by-id.ts";
export { type ElementLook, element } from "./element.ts";
