"""What runs inside a Python Lambda's process, as lambda-runtime.mjs does for Node: lambda-runtime.py <file> <handler>.

It talks with its host as Node's child processes do: one JSON document a line over the socket NODE_CHANNEL_FD.
Error types are those of awslambdaric.
"""
import importlib.util
import json
import os
import re
import signal
import socket
import sys
import time

file, handler_name = sys.argv[1:3]
channel = socket.socket(fileno=int(os.environ.pop("NODE_CHANNEL_FD")))
lines = channel.makefile("r", encoding="utf-8")
# Ctrl-C in a terminal reaches every process of the group; the host decides when this one ends.
signal.signal(signal.SIGINT, signal.SIG_IGN)


def send(word):
    channel.sendall((json.dumps(word) + "\n").encode("utf-8"))


def described(error):
    return {"errorType": type(error).__name__, "message": str(error)}


def is_of_aws(endpoint):
    return endpoint is None or re.search(r"\.(amazonaws|aws\.amazon)\.com(/|$)", endpoint)


def point_old_sdk_at_endpoints():
    """boto3 reads AWS_ENDPOINT_URL_<SERVICE> since version 1.28, and never where the Lambda names an endpoint of AWS itself."""
    try:
        import botocore.session
        from botocore.model import ServiceId
    except ImportError:
        return
    create = botocore.session.Session.create_client

    def create_client(session, service_name, *positional, **named):
        if is_of_aws(named.get("endpoint_url")):
            model = session.get_service_model(service_name)
            service = ServiceId(model.service_id).replace(" ", "_").replace("-", "_").upper()
            endpoint = os.environ.get(f"AWS_ENDPOINT_URL_{service}", os.environ.get("AWS_ENDPOINT_URL"))
            if endpoint and len(positional) < 5:
                named["endpoint_url"] = endpoint
        return create(session, service_name, *positional, **named)

    botocore.session.Session.create_client = create_client


def load_handler():
    folder = os.path.dirname(file)
    sys.path[:0] = [folder, os.environ["LAMBDA_TASK_ROOT"]]
    name = os.path.splitext(os.path.basename(file))[0]
    point_old_sdk_at_endpoints()
    spec = importlib.util.spec_from_file_location(name, file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    found = module
    for part in handler_name.split("."):
        found = getattr(found, part, None)
    if not callable(found):
        raise HandlerNotFound(f"Handler '{handler_name}' missing on module '{name}'")
    return found


class HandlerNotFound(Exception):
    pass


def init_error(error):
    if isinstance(error, HandlerNotFound):
        return {"errorType": "Runtime.HandlerNotFound", "message": str(error)}
    if isinstance(error, (ImportError, FileNotFoundError)):
        hint = ""
        if getattr(error, "name", None):
            hint = f" (pip install {error.name.split('.')[0]}, for the python3 that is first on PATH)"
        return {"errorType": "Runtime.ImportModuleError", "message": f"{error}{hint}"}
    if isinstance(error, SyntaxError):
        return {"errorType": "Runtime.UserCodeSyntaxError", "message": str(error)}
    return described(error)


class Context:
    def __init__(self, request_id, remaining_ms):
        self._deadline = time.monotonic() + remaining_ms / 1000
        self.aws_request_id = request_id
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.invoked_function_arn = (
            f"arn:aws:lambda:{os.environ['AWS_REGION']}:000000000000:function:{self.function_name}"
        )
        self.identity = None
        self.client_context = None

    def get_remaining_time_in_millis(self):
        return max(0, int((self._deadline - time.monotonic()) * 1000))


def answer(handler, invocation):
    try:
        result = handler(
            json.loads(invocation["event"]), Context(invocation["requestId"], invocation["remainingMs"])
        )
    except BaseException as error:
        if isinstance(error, SystemExit):
            raise
        return {"type": "failed", "error": described(error)}
    try:
        return {"type": "answered", "payload": json.dumps(result)}
    except (TypeError, ValueError) as error:
        message = f"Unable to marshal response: {error}"
        return {"type": "failed", "error": {"errorType": "Runtime.MarshalError", "message": message}}


def main():
    # A Lambda's logger is set up by its runtime: without a handler, what it logs below WARNING is lost.
    import logging

    logging.basicConfig(stream=sys.stdout, format="[%(levelname)s]\t%(message)s")
    try:
        handler = load_handler()
    except BaseException as error:
        send({"type": "init-failed", "error": init_error(error)})
        sys.exit(1)
    send({"type": "ready"})
    for line in lines:
        word = json.loads(line)
        # Node's own channel words have no request.
        if "requestId" in word:
            sys.stdout.flush()
            reply = answer(handler, word)
            sys.stdout.flush()
            sys.stderr.flush()
            send(reply)


main()
