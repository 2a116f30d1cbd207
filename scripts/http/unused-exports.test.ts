import { expect, it } from "vitest";
import { withoutUnusedExports } from "./unused-exports.ts";

/** Modules as Next's builder puts them into a script, and what asks for one by its id. */
const SCRIPT = `(globalThis.MODULES ||= []).push([1
,47,(e,t,r)=>{var n={used:function(){return a},unused:function(){return b},byOther:function(){return c}};for(var i in n)Object.defineProperty(r,i,{enumerable:!0,get:n[i]});function a(){return"used is here"}function b(){return"nobody asks"}function c(){return"other is here"}}
,48,(e,t,r)=>{var n={forServer:function(){return a}};for(var i in n)Object.defineProperty(r,i,{enumerable:!0,get:n[i]});function a(){return"server is here"}}
,49,(e,t,r)=>{var n={gone:function(){return a.unused}};for(var i in n)Object.defineProperty(r,i,{enumerable:!0,get:n[i]});var a=e(47);r.says=a.used()}
]);`;

it("leaves out what nothing names, and all that was only for it", async () => {
  const script = await withoutUnusedExports(SCRIPT, { others: ["x.byOther()"], named: new Set() });
  expect(script).toContain("used is here");
  expect(script).toContain("other is here");
  for (const gone of ["unused", "nobody asks", "server is here", "gone"]) expect(script).not.toContain(gone);
});

it("keeps all that a module exports which the server names", async () => {
  const script = await withoutUnusedExports(SCRIPT, { others: [], named: new Set(["48"]) });
  expect(script).toContain("server is here");
});

it("does what it did", async () => {
  const script = await withoutUnusedExports(SCRIPT, { others: [], named: new Set() });
  const modules: unknown[] = new Function("globalThis", `${script}; return globalThis.MODULES`)({})[0];
  const load = (id: number) => {
    const module = {};
    (modules[modules.indexOf(id) + 1] as (load: unknown, _: null, module: object) => void)(load, null, module);
    return module;
  };
  expect(load(49)).toEqual({ says: "used is here" });
});
