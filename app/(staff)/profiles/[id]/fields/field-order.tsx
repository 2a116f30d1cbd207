"use client";

import { useActionState } from "react";
import { EMPTY_FORM } from "#app/_doors/form-state.ts";
import { Badge } from "#components/badge.tsx";
import { Menu, MenuLink, MenuSeparator } from "#components/menu.tsx";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { Field } from "#lib/fields/field.ts";
import { typeName } from "../../type-names.ts";
import { sendStep } from "./actions.ts";

/** The fields in their order, with what can be done with each. One form: its buttons say which field goes where. */
export function FieldOrder(props: { profileId: number; keyName: string; fields: readonly Field[] }) {
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
      <Table caption="Fields" stack>
        <THead>
          <Th>Name</Th>
          <Th>Type</Th>
          <Th>Options</Th>
          <Th hideLabel>Order</Th>
          <Th hideLabel>Actions</Th>
        </THead>
        <tbody>
          <Tr>
            <Td head>
              {keyName} <Badge>key</Badge>
            </Td>
            <Td label="Type">One for each contact</Td>
            <Td label="Options" />
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
  const { profileId, field, first, last } = props;
  const { id, name, type, required, options } = field;
  const own = `/profiles/${profileId}/fields/${id}`;
  return (
    <Tr>
      <Td head>
        <TextLink href={own} plain>
          {name}
        </TextLink>{" "}
        {required && <Badge>must not be empty</Badge>}
      </Td>
      <Td label="Type">{typeName(type)}</Td>
      <Td label="Options" wrap>
        {shortList(options)}
      </Td>
      <Td>
        <span className="inline-flex gap-1">
          <StepButton value={`${id} up`} icon="arrow-up" label={`Move ${name} up`} disabled={first} />
          <StepButton value={`${id} down`} icon="arrow-down" label={`Move ${name} down`} disabled={last} />
        </span>
      </Td>
      <Td>
        <Menu label={`Actions for ${name}`}>
          <MenuLink href={own} icon="edit">
            {type === "choice" ? "Name and options" : "Rename"}
          </MenuLink>
          <MenuLink href={`${own}/type`} icon="refresh">
            Change the type …
          </MenuLink>
          <MenuSeparator />
          <MenuLink href={`${own}/delete`} icon="trash" danger>
            Delete …
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

const shortList = (options: readonly string[]): string =>
  options.length <= 6 ? options.join(", ") : `${options.slice(0, 5).join(", ")} and ${options.length - 5} more`;
