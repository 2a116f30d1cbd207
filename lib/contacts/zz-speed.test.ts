import { sql } from "drizzle-orm";
import { test } from "vitest";
import { db } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import { makeProfile } from "#lib/imports/import-for-tests.ts";
import { hasPart } from "#lib/rules/folded-text.ts";

test("speed", async () => {
  const p = await makeProfile([
    { name: "First" }, { name: "Last" }, { name: "City" }, { name: "Born", type: "date" }, { name: "Spent", type: "number" },
    { name: "Vip", type: "yesno" }, { name: "Seen", type: "datetime" }, { name: "Plan", type: "choice", options: ["Free", "Team"] },
    { name: "Phone", type: "phone" }, { name: "Web", type: "url" }, { name: "Street" }, { name: "Note" },
  ]);
  const f = p.fields.map((x) => fieldName(x.id));
  const t = memberTableName(p.id);
  await db.execute(sql`set statement_timeout = 0`);
  const c = await (await import("#db/client.ts")).openClient();
  const d = (await import("#db/client.ts")).over(c);
  await d.execute(sql`insert into contacts (key, status) select 'person'||n||'.'||md5(n::text)||'@example'||(n%50)||'.com', case when n%50=0 then 1 when n%60=0 then 2 else 0 end from generate_series(1,3000000) n order by 1`);
  await d.execute(sql`insert into ${t} (key, status, created_at, updated_at, ${sql.join(f, sql`, `)})
    select key, status, now() - (random()*1000 || ' days')::interval, now(),
     'First'||(id%1000), 'Pérez'||(id%5000), 'City'||(id%300), '1950-01-01'::date + (id%20000)::int, (id%100000)/100.0,
     case id%3 when 0 then true when 1 then false end, now(), case id%2 when 0 then 'Free' else 'Team' end, '+5691'||(id+1000000), 'https://example.com/'||id, 'Street number '||(id%70000), 'A note of some words that somebody wrote '||id
    from contacts where id%3=0 order by key`);
  await d.execute(sql`vacuum analyze ${t}`); await d.execute(sql`vacuum analyze contacts`);
  const ex = async (name: string, q: ReturnType<typeof sql>) => {
    let best = 1e9; let plan = "";
    for (let i = 0; i < 3; i++) {
      const { rows } = await db.execute<{ "QUERY PLAN": string }>(sql`explain (analyze, costs off, timing off) ${q}`);
      const text = rows.map((r) => r["QUERY PLAN"]).join("\n");
      const ms = Number(/Execution Time: ([\d.]+)/.exec(text)?.[1]) + Number(/Planning Time: ([\d.]+)/.exec(text)?.[1]);
      if (ms < best) { best = ms; plan = text; }
    }
    (await import("node:fs")).appendFileSync("/tmp/speed.txt", `## ${name}: ${best.toFixed(0)} ms\n${process.env.PLAN ? plan : ""}`);
  };
  const page = (where: ReturnType<typeof sql>, order: ReturnType<typeof sql>, by: ReturnType<typeof sql>) =>
    sql`select m.key, m.by::text from (select key, ${by} as by from ${t} where ${where} offset 0) m order by ${order} limit 51`;
  const text = [0, 1, 2, 7, 9, 10, 11].map((i) => f[i]!);
  await ex("key like", page(sql`key like ${"%n123456%"}`, sql`m.key`, sql`key`));
  await ex("key like nobody", page(sql`key like ${"%zzzzz%"}`, sql`m.key`, sql`key`));
  await ex("key + texts hasPart nobody", page(sql`(key like ${"%zzzzz%"} or ${sql.join(text.map((c) => hasPart(sql`${c}`, "zzzzz", "anywhere")), sql` or `)})`, sql`m.key`, sql`key`));
  await ex("key + texts concat hasPart", page(sql`(key like ${"%zzzzz%"} or ${hasPart(sql`(concat_ws(E'\n', ${sql.join(text.map((c) => sql`${c} collate "C"`), sql`, `)}))`, "zzzzz", "anywhere")})`, sql`m.key`, sql`key`));
  await ex("key + texts concat lower C", page(sql`(lower(concat_ws(E'\n', key, ${sql.join(text.map((c) => sql`${c} collate "C"`), sql`, `)}) collate "C") like ${"%zzzzz%"})`, sql`m.key`, sql`key`));
  await ex("key + texts ilike C", page(sql`(key like ${"%zzzzz%"} or ${sql.join(text.map((c) => sql`${c} collate "C" ilike ${"%zzzzz%"}`), sql` or `)})`, sql`m.key`, sql`key`));
  await ex("sort city", page(sql`true`, sql`m.by asc nulls last, m.key`, f[2]!));
  await ex("sort number", page(sql`true`, sql`m.by asc nulls last, m.key`, f[4]!));
  await ex("sort city keyset middle", page(sql`(${f[2]} > ${"City150"} or (${f[2]} = ${"City150"} and key > ${"person5"}) or ${f[2]} is null)`, sql`m.by asc nulls last, m.key`, f[2]!));
  await ex("sort number keyset middle", page(sql`(${f[4]} > ${500} or (${f[4]} = ${500} and key > ${"person5"}) or ${f[4]} is null)`, sql`m.by asc nulls last, m.key`, f[4]!));
  await ex("filter city + sort number", page(sql`${f[2]} = ${"city7"}`, sql`m.by asc nulls last, m.key`, f[4]!));
  await ex("filter date + sort city", page(sql`${f[3]} > ${"1990-01-01"}::date`, sql`m.by asc nulls last, m.key`, f[2]!));
  await ex("filter contains + sort key", page(sql`${hasPart(sql`${f[1]}`, "rez12", "anywhere")}`, sql`m.key`, sql`key`));
  await ex("status + sort key", page(sql`status = 1`, sql`m.key`, sql`key`));
  await ex("first page by key", sql`select key from ${t} order by key limit 51`);
  await ex("far page by key", sql`select key from ${t} where key > ${"person7"} order by key limit 51`);
  await ex("count filter", sql`select count(*) from ${t} where ${f[2]} = ${"city7"}`);
  await ex("repo like nobody fenced", sql`select key from (select key from contacts where key like ${"%zzzz%"} offset 0) m order by key limit 51`);
  await ex("repo like common fenced", sql`select key from (select key from contacts where key like ${"%example7%"} offset 0) m order by key limit 51`);
  await ex("repo like nobody index", sql`select key from contacts where key like ${"%zzzz%"} order by key limit 51`);
  await ex("repo status=1", sql`select key from contacts where status = ${1}::smallint order by key limit 51`);
  await ex("repo status=0", sql`select key from contacts where status = ${0}::smallint order by key limit 51`);
  await ex("repo status=2 order id", sql`select key from contacts where status = ${2}::smallint order by id desc limit 51`);
  await ex("repo order id desc", sql`select key from contacts order by id desc limit 51`);
  await ex("repo count status", sql`select count(*) from contacts where key like ${"%example7%"}`);
  await c.end();
}, 600_000);
