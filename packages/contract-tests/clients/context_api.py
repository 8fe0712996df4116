"""The context API by hand, with Python's own library: a context, a note, a problem, and the call as it goes on."""

import json
import os
import urllib.error
import urllib.request

API = os.environ["API"]
HEADERS = {"Authorization": "Bearer " + os.environ["TOKEN"]}


def ask(path, body=None, headers=None):
    """Answers the JSON of a response, or that of the problem."""
    data = None if body is None else json.dumps(body).encode()
    kind = {} if body is None else {"Content-Type": "application/json"}
    request = urllib.request.Request(API + path, data, {**HEADERS, **kind, **(headers or {})})
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        return json.load(error)


def follow(context_id, last_event_id=None):
    """Yields (id, snapshot) for each event; ends when the API says that nothing more will come."""
    headers = {**HEADERS, **({"Last-Event-ID": last_event_id} if last_event_id else {})}
    request = urllib.request.Request(f"{API}/v1/contexts/{context_id}/events", headers=headers)
    with urllib.request.urlopen(request) as response:
        fields = {}
        for line in response:
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name:
                fields[name] = value
            elif fields.get("event") == "context":
                yield fields["id"], json.loads(fields["data"])
                fields = {}


context_id = os.environ["CONTEXT_ID"]
context = ask(f"/v1/contexts/{context_id}")
note = ask(
    f"/v1/contexts/{context_id}/notes",
    {"text": "Calls about " + context["reason"]["id"]},
    {"Idempotency-Key": "note-1"},
)
problem = ask("/v1/contexts/nobody-drew-this")
ask(f"/v1/contexts/{context_id}/status", {"status": "ended"})
last_id, snapshot = list(follow(context_id))[-1]
print(
    json.dumps(
        {
            "status": snapshot["context"]["status"],
            "callerName": context["callerName"],
            "id": note["id"],
            "text": note["text"],
            "problem": problem["code"],
            "entries": len(snapshot["timeline"]["entries"]),
            "eventsAfterTheEnd": len(list(follow(context_id, last_id))),
        }
    )
)
