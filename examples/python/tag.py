"""Tags the lines of standard input, one JSON line for each.

    pip install grpcio==1.85.1 grpcio-tools==1.85.1
    python -m grpc_tools.protoc -I ../../protos -I ../../third_party/googleapis --python_out=. --grpc_python_out=. \
        classifier/v1/passage_tagger.proto google/api/annotations.proto google/api/http.proto
    python tag.py [127.0.0.1:5080] < lines.txt

CLASSIFIER_API_KEY is sent where it is set; CLASSIFIER_CA names the PEM file of the authority behind a TLS service.
"""

import itertools
import json
import os
import sys

import grpc

from classifier.v1 import passage_tagger_pb2 as messages
from classifier.v1.passage_tagger_pb2_grpc import PassageTaggerStub

# Every call only reads, so a service that is away or busy for a moment may simply be asked again.
SERVICE_CONFIG = json.dumps({
    "methodConfig": [{
        "name": [{"service": "classifier.v1.PassageTagger"}],
        "retryPolicy": {
            "maxAttempts": 4,
            "initialBackoff": "0.1s",
            "maxBackoff": "2s",
            "backoffMultiplier": 3,
            "retryableStatusCodes": ["UNAVAILABLE", "RESOURCE_EXHAUSTED"],
        },
    }]
})


def connect(address):
    options = [("grpc.service_config", SERVICE_CONFIG)]
    if "CLASSIFIER_CA" not in os.environ:
        return grpc.insecure_channel(address, options)
    with open(os.environ["CLASSIFIER_CA"], "rb") as ca:
        return grpc.secure_channel(address, grpc.ssl_channel_credentials(ca.read()), options)


def passage(number, line):
    """None where the line is no UTF-8, which messages can't carry."""
    try:
        return messages.Passage(id=str(number), text=line.decode("utf-8").rstrip("\r\n"))
    except UnicodeDecodeError:
        return None


def row(number, result):
    if result is None:
        result = messages.PassageResult(error=messages.ItemError(message=f"line {number} is no UTF-8"))
    return {
        "id": str(number),
        "language": result.language.tag or None,
        "actors": [[a.label, a.stance.label] for a in result.actors],
        "events": [e.label for e in result.events],
        "error": result.error.message or None,
    }


def rows(lines, tag):
    passages = {number: passage(number, line) for number, line in lines}
    sound = [p for p in passages.values() if p is not None]
    results = iter(tag(messages.TagPassagesRequest(passages=sound)).results if sound else [])
    return [row(number, next(results) if sent is not None else None) for number, sent in passages.items()]


def main():
    key = os.environ.get("CLASSIFIER_API_KEY")
    metadata = [("x-api-key", key)] if key else []
    # As bytes: how Python decodes standard input depends on the locale.
    lines = enumerate(sys.stdin.buffer, 1)
    with connect(sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:5080") as channel:
        tagger = PassageTaggerStub(channel)
        while batch := list(itertools.islice(lines, 100)):
            for tagged in rows(batch, lambda request: tagger.TagPassages(request, timeout=30, metadata=metadata)):
                print(json.dumps(tagged))


if __name__ == "__main__":
    try:
        main()
    except grpc.RpcError as error:
        sys.exit(f"{error.code().name}: {error.details()}")
