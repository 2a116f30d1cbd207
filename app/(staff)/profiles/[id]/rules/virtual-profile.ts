import { nothingHere } from "#app/_doors/page.ts";
import { editedProfile } from "../../sub-page.tsx";

/** Who is here to change rules, and the Virtual profile that the address names; not found where it is none. */
export async function virtualProfile(params: Promise<{ id: string }>): ReturnType<typeof editedProfile> {
  const found = await editedProfile(params);
  if (found.profile.type !== "virtual") nothingHere();
  return found;
}
