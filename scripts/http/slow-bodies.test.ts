import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import { slowBodyGuard } from "./slow-bodies.ts";

const open: (() => void)[] = [];

afterEach(() => {
  for (const close of open.splice(0)) close();
});

it("cuts a client that trickles its body", async () => {
  const { upload } = await serving(async (request) => void (await request.toArray()));
  const client = await upload();
  const closed = once(client, "close");
  const trickle = setInterval(() => client.write("."), 30);
  await closed;
  clearInterval(trickle);
});

it("cuts a client that sends nothing at all", async () => {
  const { upload } = await serving(async (request) => void (await request.toArray()));
  await once(await upload(), "close");
});

it("measures by the time that has passed, not by when it happens to look", () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  const guard = slowBodyGuard({ windowMs: 600, leastBytes: 600 });
  const slow = upload();
  const fast = upload();
  vi.advanceTimersByTime(50); // looks come at each 100
  for (const { request, response } of [slow, fast]) guard.watch(request, response);
  for (let passed = 0; passed < 650; passed += 50) {
    slow.socket.bytesRead += 49;
    fast.socket.bytesRead += 51;
    vi.advanceTimersByTime(50);
  }
  guard.stop();
  vi.useRealTimers();
  expect(slow.socket.destroy).toHaveBeenCalled();
  expect(fast.socket.destroy).not.toHaveBeenCalled();

  function upload() {
    const socket = { bytesRead: 0, destroy: vi.fn() };
    const request = Object.assign(new EventEmitter(), {
      headers: { "content-length": "9999" },
      readableLength: 0,
      socket,
    });
    return { socket, request: request as unknown as IncomingMessage, response: new EventEmitter() as ServerResponse };
  }
});

it("leaves alone a client that goes on sending, however long the whole takes", async () => {
  let received = 0;
  const { upload } = await serving(async (request) => {
    for await (const bytes of request) received += (bytes as Buffer).length;
  });
  const client = await upload();
  for (let sent = 0; sent < 25; sent++) {
    client.write("x".repeat(4000));
    await sleep(40); // a second in all: five windows
  }
  await expect.poll(() => received).toBe(100_000);
  expect(client.destroyed).toBe(false);
});

it("leaves alone a client whose bytes wait for us", async () => {
  const { upload } = await serving(async (request) => {
    await sleep(1000); // a busy database
    await request.toArray();
  });
  const client = await upload();
  client.write("x".repeat(4000));
  await sleep(800);
  expect(client.destroyed).toBe(false);
});

it("does not watch a request without a body", async () => {
  const { port } = await serving(async () => {
    await sleep(800);
  });
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
});

/** A guarded server (1,000 bytes in each 200 ms), and a client whose upload of a million bytes has begun. */
async function serving(handle: (request: IncomingMessage) => Promise<void>) {
  const guard = slowBodyGuard({ windowMs: 200, leastBytes: 1000 });
  const server = createServer(async (request, response) => {
    guard.watch(request, response);
    await handle(request).catch(() => {}); // it was cut
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  open.push(() => {
    guard.stop();
    server.closeAllConnections();
    server.close();
  });
  const upload = async (): Promise<Socket> => {
    const client = connect(port, "127.0.0.1");
    client.on("error", () => {}); // it is cut
    open.push(() => client.destroy());
    await once(client, "connect");
    client.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n");
    client.resume();
    return client;
  };
  return { port, upload };
}
