import { setTimeout as sleep } from "node:timers/promises";
import { ask, demand } from "../support/ask.ts";
import { Broken } from "../support/broken.ts";
import type { Fault } from "../support/one-run.ts";
import type { Scene } from "../support/scene.ts";
import { look, makeMember, observer } from "../support/staff.ts";
import { until } from "../support/until.ts";

/* What an import needs, or whoever sent it, goes while it runs. */

export const deletions: Fault[] = [
  {
    id: "X19 profile",
    what: "the profile is deleted during an import",
    quick: 0,
    runs: 25,
    happens: (scene) => deleteMeanwhile(scene, `?${new URLSearchParams({ confirm: scene.profile.name })}`),
  },
  {
    id: "X19 field",
    what: "a field is deleted during an import",
    quick: 0,
    runs: 25,
    happens: (scene) => deleteMeanwhile(scene, "/fields/Spent?confirm=Spent"),
  },
  {
    id: "X19 segment",
    what: "a Virtual profile on it is deleted during an import",
    quick: 0,
    runs: 12,
    async happens(scene) {
      const { place, profile } = scene;
      const name = `${profile.name} virtual`;
      const { key } = await demand<{ key: string }>(place, "POST", "/api/v1/profiles", {
        body: { name, type: "virtual", source: profile.key, rules: HAS_A_NAME },
      });
      const file = scene.newFile();
      const sent = scene.sendIntoTheDark(file);
      await sleep(scene.random() * 900);
      const { status } = await ask(
        place,
        "DELETE",
        `/api/v1/profiles/${key}?${new URLSearchParams({ confirm: name })}`,
      );
      if (status >= 300) throw new Broken(`Deleting the Virtual profile answered ${status}.`);
      await sent;
      await scene.reaches(file, ["done"]);
      return "deleted; the import done";
    },
  },
  {
    id: "X19 staff",
    what: "the member of staff whose key it is is disabled, or is gone, during an import",
    quick: 0,
    runs: 12,
    async happens(scene) {
      const { place } = scene;
      const { id, apiKey, cookie, keyName } = await makeMember(place, `member ${scene.who}`);
      const { cookie: watching } = await observer(place);
      const file = scene.newFile({ rows: scene.between(2000, 15_000) });
      const sent = scene.send(file, { apiKey });
      await until(10_000, "the import is in the log", async () =>
        (await scene.imports()).find(({ reference }) => reference === file.reference),
      );
      await sleep(scene.random() * 600);
      const isGone = scene.random() < 0.5;
      await place.sql(
        isGone ? "delete from staff where id = $1" : "update staff set disabled_at = now() where id = $1",
        [id],
      );
      const next = await ask({ app: place.app, apiKey }, "GET", "/api/v1/profiles");
      if (next.status !== 401) throw new Broken(`Their key is answered ${next.status}.`);
      const page = await look(place, "/profiles", cookie);
      if (page.status !== 307) throw new Broken(`Their cookie is answered ${page.status}.`);
      const { status, id: importId } = await sent;
      if (status !== 202) throw new Broken(`The upload under way was answered ${status}.`);
      await scene.reaches(file, ["done"]);
      const log = await look(place, `/imports/${importId}`, watching);
      if (log.status !== 200 || !log.text.includes(keyName))
        throw new Broken(`The import's page is answered ${log.status} and does not say who made it.`);
      return `${isGone ? "gone" : "disabled"}: refused from the next request on, what was begun is done`;
    },
  },
];

const HAS_A_NAME = { field: "Name", op: "not empty" };

/** Asks for the end of the profile, or of what `below` names in it, while a file goes in: once, or until it is granted. */
async function deleteMeanwhile(scene: Scene, below: string): Promise<string> {
  const { place, profile } = scene;
  const sent = scene.sendIntoTheDark(scene.newFile());
  await sleep(scene.random() * 900);
  const insists = scene.random() < 0.5;
  const status = await until(60_000, "it is deleted", async () => {
    const { status, body } = await ask(place, "DELETE", `/api/v1/profiles/${profile.key}${below}`);
    if (status >= 500 && status !== 503) throw new Broken(`Deleting answered ${status} ${JSON.stringify(body)}.`);
    return status < 300 || !insists ? status : undefined;
  });
  await sent;
  const last = (await scene.settles()).at(-1);
  return status >= 300 ? `refused (${status})` : `deleted, the import ${last?.state}`;
}
