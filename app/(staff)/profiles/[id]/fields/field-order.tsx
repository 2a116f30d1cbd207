"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Badge } from "#components/badge.tsx";
import { Menu, MenuLink, MenuSeparator } from "#components/menu.tsx";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { Field } from "#lib/fields/field.ts";
import { typeName } from "../../type-names.ts";
import { sendStep } from "./actions.ts";

/** The fields in their order, with what can be done with each. One form: its buttons say which field goes where. */
export function FieldOrder(props: { profileId: number; keyName: string; fields: readonly Field[] }) {
  const t = useWords();
  const { profileId, keyName, fields } = props;
  const [{ message }, send] = useActionState(sendStep, EMPTY_FORM);
  return (
    <form action={send} className="flex min-w-0 flex-col gap-3">
      <input type="hidden" name="profile" value={profileId} />
      {message && (
        <Notice tone="bad" live>
          {message}
        </Notice>
      )}
      <Table caption={t("Fields")} stack>
        <THead>
          <Th>{t("Name")}</Th>
          <Th>{t("Type")}</Th>
          <Th>{t("Options")}</Th>
          <Th hideLabel>{t("Order")}</Th>
          <Th hideLabel>{t("Actions")}</Th>
        </THead>
        <tbody>
          <Tr>
            <Td head>
              {keyName} <Badge>{t("key")}</Badge>
            </Td>
            <Td label={t("Type")}>{t("One for each contact")}</Td>
            <Td label={t("Options")} />
            <Td />
            <Td />
          </Tr>
          {fields.map((field, at) => (
            <Row key={field.id} {...{ profileId, field }} first={at === 0} last={at === fields.length - 1} />
          ))}
        </tbody>
      </Table>
    </form>
  );
}

function Row(props: { profileId: number; field: Field; first: boolean; last: boolean }) {
  const t = useWords();
  const { profileId, field, first, last } = props;
  const { id, name, type, required, options } = field;
  const own = `/profiles/${profileId}/fields/${id}`;
  return (
    <Tr>
      <Td head>
        <TextLink href={own} plain>
          {name}
        </TextLink>{" "}
        {required && <Badge>{t("must not be empty")}</Badge>}
      </Td>
      <Td label={t("Type")}>{t(typeName(type))}</Td>
      <Td label={t("Options")} wrap>
        {shortList(options, t)}
      </Td>
      <Td>
        <span className="inline-flex gap-1">
          <StepButton value={`${id} up`} icon="arrow-up" label={t("Move {name} up", { name })} disabled={first} />
          <StepButton value={`${id} down`} icon="arrow-down" label={t("Move {name} down", { name })} disabled={last} />
        </span>
      </Td>
      <Td>
        <Menu label={t("Actions for {name}", { name })}>
          <MenuLink href={own} icon="edit">
            {type === "choice" ? t("Name and options") : t("Rename")}
          </MenuLink>
          <MenuLink href={`${own}/type`} icon="refresh">
            {t("Change the type …")}
          </MenuLink>
          <MenuSeparator />
          <MenuLink href={`${own}/delete`} icon="trash" danger>
            {t("Delete …")}
          </MenuLink>
        </Menu>
      </Td>
    </Tr>
  );
}

function StepButton(props: { value: string; icon: "arrow-up" | "arrow-down"; label: string; disabled: boolean }) {
  const { value, icon, label, disabled } = props;
  return (
    <SubmitButton variant="quiet" size="sm" name="step" value={value} icon={icon} disabled={disabled} pending="">
      <span className="sr-only">{label}</span>
    </SubmitButton>
  );
}

const shortList = (options: readonly string[], t: Translator): string =>
  options.length <= 6
    ? options.join(", ")
    : t("{options} and {more, number} more", { options: options.slice(0, 5).join(", "), more: options.length - 5 });
