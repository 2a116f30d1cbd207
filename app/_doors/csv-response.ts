/**
 * A CSV file to be saved, written as it is read. `name` is of ASCII letters, digits and hyphens. What is wrong before
 * the first piece is thrown here, so that it gets its status.
 */
export async function csvResponse(name: string, pieces: AsyncIterable<string | Uint8Array>): Promise<Response> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  let first: IteratorResult<string | Uint8Array> | null = await iterator.next();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = first ?? (await iterator.next());
      first = null;
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}.csv"` },
  });
}
