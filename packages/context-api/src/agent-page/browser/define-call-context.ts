import { CallContextElement } from "./call-context-element.ts";

// A page may load it twice.
if (!customElements.get("call-context")) customElements.define("call-context", CallContextElement);
