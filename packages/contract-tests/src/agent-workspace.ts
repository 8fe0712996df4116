export interface WorkspaceOptions {
  /** The app's access URL. */
  readonly app: string;
  /** The contact that the app is opened for. */
  readonly contactId?: string;
  /** Attributes by contact; a contact that is not there may not be read. */
  readonly attributes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * A page that frames an app as Amazon Connect's agent workspace does, with the permissions that an app has unless more are
 * asked for, and speaks the protocol of `@amazon-connect/app` 1.0 with it: `window.publish(key, contactId)` tells it of a
 * contact, and `window.heard` is what it said.
 */
export function agentWorkspace(options: WorkspaceOptions): string {
  return `<!doctype html><html lang="en"><title>Agent workspace</title>
  <iframe title="App" width="800" height="900" src="${options.app}"
    sandbox="allow-forms allow-popups allow-same-origin allow-scripts"></iframe>
  <script>(${workspace})(${JSON.stringify(options)})</script>`;
}

/** Runs in the page. */
const workspace = `({ app, contactId, attributes }) => {
  const subscriptions = [];
  window.heard = [];
  const listen = (port) => {
    const say = (message) => port.postMessage(message);
    const answers = {
      subscribe: ({ topic, handlerId }) => subscriptions.push({ topic, handlerId }),
      request: ({ namespace, command, requestId, data }) => {
        const found = attributes[data.contactId];
        const told = { type: "response", namespace, requestId };
        if (!found || namespace + "/" + command !== "aws.connect.contact/contact/getAttributes")
          say({ ...told, isError: true, reason: "Not permitted", errorKey: "unauthorized" });
        else
          say({ ...told, isError: false,
            data: Object.fromEntries(data.attributes.map((key) => [key, found[key]])) });
      },
    };
    port.onmessage = ({ data }) => {
      window.heard.push(data.type === "log" ? "log " + data.message : data.type);
      answers[data.type]?.(data);
    };
    window.publish = (key, contactId) => {
      for (const { topic, handlerId } of subscriptions)
        if (topic.key === key) say({ type: "publish", topic, handlerId, data: { contactId } });
    };
    say({ type: "acknowledge", connectionId: "connection", status: { initialized: true },
      healthCheckInterval: 0 });
    const config = { arn: "app", name: "Who is calling", accessUrl: app };
    const scope = contactId ? { type: "contact", contactId } : { type: "idle" };
    say({ type: "appLifecycle", stage: "create", instanceId: "1", appInstanceId: "1", config,
      appConfig: config, scope, region: "us-east-1" });
  };
  addEventListener("message", ({ data, origin, ports }) => {
    if (data.type === "connect-app-host-init" && origin === new URL(app).origin) listen(ports[0]);
  });
}`;
