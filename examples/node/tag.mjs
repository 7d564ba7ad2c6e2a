// Tags the lines of standard input, one JSON line for each:  npm ci && node tag.mjs [127.0.0.1:5080] < lines.txt
// CLASSIFIER_API_KEY is sent where it is set; CLASSIFIER_CA names the PEM file of the authority behind a TLS service.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import grpc from "@grpc/grpc-js";
import loader from "@grpc/proto-loader";

const root = fileURLToPath(new URL("../..", import.meta.url));
const definition = loader.loadSync("classifier/v1/passage_tagger.proto", {
  includeDirs: [`${root}protos`, `${root}third_party/googleapis`],
  keepCase: true,
  arrays: true,
});
const { PassageTagger } = grpc.loadPackageDefinition(definition).classifier.v1;

// Every call only reads, so a service that is away or busy for a moment may simply be asked again.
const serviceConfig = JSON.stringify({
  methodConfig: [
    {
      name: [{ service: "classifier.v1.PassageTagger" }],
      retryPolicy: {
        maxAttempts: 4,
        initialBackoff: "0.1s",
        maxBackoff: "2s",
        backoffMultiplier: 3,
        retryableStatusCodes: ["UNAVAILABLE", "RESOURCE_EXHAUSTED"],
      },
    },
  ],
});

const { CLASSIFIER_API_KEY: key, CLASSIFIER_CA: ca } = process.env;
const metadata = new grpc.Metadata();
if (key) {
  metadata.set("x-api-key", key);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function connect(address) {
  const credentials = ca ? grpc.credentials.createSsl(readFileSync(ca)) : grpc.credentials.createInsecure();
  return new PassageTagger(address, credentials, { "grpc.service_config": serviceConfig });
}

// Without text where the line is no UTF-8, which messages can't carry.
function passage(id, line) {
  try {
    return { id, text: utf8.decode(Buffer.from(line, "latin1")) };
  } catch {
    return { id };
  }
}

function tag(client, passages) {
  return new Promise((resolve, reject) => {
    const deadline = Date.now() + 30_000;
    client.TagPassages({ passages }, metadata, { deadline }, (error, answer) => (error ? reject(error) : resolve(answer)));
  });
}

async function answer(client, batch) {
  const sound = batch.filter((p) => p.text !== undefined);
  const results = sound.length > 0 ? (await tag(client, sound)).results : [];
  for (const { id, text } of batch) {
    const broken = { id, actors: [], events: [], error: { message: `line ${id} is no UTF-8` } };
    const result = text === undefined ? broken : results.shift();
    console.log(
      JSON.stringify({
        id: result.id,
        language: result.language?.tag,
        actors: result.actors.map((a) => [a.label, a.stance.label]),
        events: result.events.map((e) => e.label),
        error: result.error?.message,
      }),
    );
  }
}

let client;
try {
  // One client for the whole program: it keeps its connection.
  client = connect(process.argv[2] ?? "127.0.0.1:5080");
  const batch = [];
  let number = 0;
  // A character for each byte, as decoding would put others in the place of bytes that are no text.
  for await (const line of createInterface({ input: process.stdin.setEncoding("latin1") })) {
    batch.push(passage(`${++number}`, line));
    if (batch.length === 100) {
      await answer(client, batch.splice(0));
    }
  }
  if (batch.length > 0) {
    await answer(client, batch);
  }
} catch (error) {
  console.error(`${grpc.status[error.code] ?? "ERROR"}: ${error.details ?? error.message}`);
  process.exitCode = 1;
} finally {
  client?.close();
}
