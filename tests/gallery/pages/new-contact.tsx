import { ProfileTypeBadge } from "#components/badge.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Checkbox } from "#components/checkbox.tsx";
import { Field } from "#components/field.tsx";
import { Fieldset } from "#components/fieldset.tsx";
import { FormActions, FormRow, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Notice } from "#components/notice.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { RadioCards } from "#components/radio-cards.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Textarea } from "#components/textarea.tsx";

import { InFrame } from "#tests/gallery/pages/in-frame.tsx";
export function NewContact() {
  return (
    <InFrame>
      <PageHeader
        title="New Contact"
        crumbs={[
          { href: "/profiles", label: "Profiles" },
          { href: "/p", label: "Newsletter" },
        ]}
        badge={<ProfileTypeBadge type="regular" withName />}
      />
      <Notice tone="bad" title="3 answers need another look" live>
        Nothing was saved yet.
      </Notice>
      <form>
        <FormStack>
          <Field
            name="email"
            label="Email"
            required
            error="“maribel@example” is not an email address: the part after the @ has no dot."
          >
            {(control) => <Input type="email" defaultValue="maribel@example" {...control} />}
          </Field>
          <FormRow>
            <Field name="first" label="First name">
              {(control) => <Input {...control} />}
            </Field>
            <Field name="last" label="Last name">
              {(control) => <Input {...control} />}
            </Field>
            <Field name="born" label="Birthday">
              {(control) => <Input type="date" width="medium" {...control} />}
            </Field>
          </FormRow>
          <Field name="plan" label="Plan" required hint="What the contact pays for now.">
            {(control) => (
              <Select {...control}>
                <option>Free</option>
                <option>Team</option>
              </Select>
            )}
          </Field>
          <Field name="notes" label="Notes">
            {(control) => <Textarea {...control} placeholder="What the sales team should know" />}
          </Field>
          <RadioCards
            name="type"
            legend="Type"
            value="regular"
            columns="3"
            cards={[
              {
                value: "regular",
                title: "Regular",
                description: "Keyed by email.",
                aside: <ProfileTypeBadge type="regular" />,
              },
              {
                value: "virtual",
                title: "Virtual",
                description: "Rules over another profile, always up to date.",
                aside: <ProfileTypeBadge type="virtual" />,
              },
              {
                value: "mobile_only",
                title: "Mobile Only",
                description: "For SMS; keyed by mobile, no email needed.",
                aside: <ProfileTypeBadge type="mobile_only" />,
                disabled: true,
              },
            ]}
          />
          <Fieldset id="wanted" legend="Wants to hear about" choices hint="As many as apply.">
            <Checkbox name="wants" value="offers" label="Offers" defaultChecked />
            <Checkbox name="wants" value="news" label="News" hint="Once a month" />
            <Checkbox name="wants" value="events" label="Events" disabled />
          </Fieldset>
          <FormActions>
            <SubmitButton pending="Adding …">Add the contact</SubmitButton>
            <ButtonLink href="/contacts">Cancel</ButtonLink>
            <Button variant="danger">Erase</Button>
            <Button variant="quiet" icon="copy">
              Copy
            </Button>
          </FormActions>
        </FormStack>
      </form>
    </InFrame>
  );
}
