import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SCREENSHOTS } from "./screenshots.ts";

/** An index.html beside the photographs: those of one page in a row, each a click away from its full size. */
export function writeContactSheet(): void {
  const files = readdirSync(SCREENSHOTS).filter((file) => /\.(png|jpeg)$/.test(file));
  const rows = Map.groupBy(files.sort(), (file) => file.replace(/-\d+-(light|dark)(-\w\w)?\.\w+$/, ""));
  writeFileSync(
    join(SCREENSHOTS, "index.html"),
    `<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>
body { font: 14px system-ui; margin: 1rem } div { display: flex; gap: .75rem; overflow-x: auto; align-items: start }
figure { margin: 0; flex: none } img { height: 22rem; border: 1px solid #999; display: block } h2 { margin: 1.5rem 0 .5rem }
nav { columns: 14rem } </style>
<h1>${rows.size} pages, ${files.length} photographs</h1>
<nav>${[...rows.keys()].map((name) => `<a href="#${name}">${name}</a><br>`).join("")}</nav>
${[...rows].map(([name, shots]) => `<h2 id="${name}">${name}</h2><div>${shots.map(figure).join("")}</div>`).join("\n")}`,
  );
}

const figure = (file: string) =>
  `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${file}</figcaption></figure>`;
