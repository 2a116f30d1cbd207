import { Badge, ProfileTypeBadge } from "#components/badge.tsx";
import { Button, IconButton } from "#components/button.tsx";
import type { ButtonSize, ButtonVariant } from "#components/button-style.ts";
import { Card } from "#components/card.tsx";
import { Checkbox } from "#components/checkbox.tsx";
import { Field } from "#components/field.tsx";
import { Fieldset } from "#components/fieldset.tsx";
import { FormStack, RequiredNote } from "#components/form.tsx";
import { formatBytes } from "#components/format.ts";
import { Input } from "#components/input.tsx";
import { Menu, MenuLink } from "#components/menu.tsx";
import { Notice } from "#components/notice.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Progress } from "#components/progress.tsx";
import { Select } from "#components/select.tsx";
import { Stat, StatRow } from "#components/stat.tsx";
import { InFrame } from "#tests/gallery/pages/in-frame.tsx";

const variants: ButtonVariant[] = ["primary", "secondary", "danger", "quiet"];
const sizes: ButtonSize[] = ["sm", "md", "lg"];
const long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch_and_then_some_more_without_any_space_at_all";

/** Every state of the small things, and names that are too long for every place. */
export function Controls() {
  return (
    <InFrame>
      <PageHeader
        title={long}
        description={`${long} ${long}`}
        badge={<ProfileTypeBadge type="mobile_only" withName />}
        crumbs={[{ href: "/profiles", label: long }]}
      />
      <Card title={long} actions={<Button size="sm">Edit</Button>}>
        {variants.map((variant) => (
          <p key={variant} className="flex flex-wrap items-center gap-2 py-1">
            {sizes.map((size) => (
              <Button key={size} variant={variant} size={size} icon="plus">
                {variant}
              </Button>
            ))}
            <Button variant={variant} disabled>
              disabled
            </Button>
          </p>
        ))}
        <IconButton label="Move up" icon="arrow-up" />
        <IconButton label="Move down" icon="arrow-down" size="md" disabled />
        <Menu label={`Actions for ${long}`} button={long}>
          <MenuLink href="/">{long}</MenuLink>
        </Menu>
        <p>
          <Badge tone="warn" icon="sign-warn">
            {long}
          </Badge>
        </p>
      </Card>
      <Notice tone="warn" title={long} />
      <StatRow label="Long">
        <Stat label={long} value="123,456,789,012" detail={long} href="/" />
        <Stat label="Short" value="0" />
      </StatRow>
      <form>
        <FormStack>
          <RequiredNote />
          <Fieldset id="all" legend="Everything" hint="A hint of the whole" error="An error of the whole">
            <Field name="long" label={long} required error={long}>
              {(control) => <Input defaultValue={long} {...control} />}
            </Field>
            <Field name="off" label="Disabled" hint="A hint">
              {(control) => <Input defaultValue="cannot be used" disabled {...control} />}
            </Field>
            <Field name="read" label="Read only">
              {(control) => <Input defaultValue="the key is never edited" readOnly {...control} />}
            </Field>
            <Field name="narrow" label="Days" required>
              {(control) => <Input type="number" width="short" {...control} />}
            </Field>
            <Field name="choice" label="Choice" error="Choose one of the profiles.">
              {(control) => (
                <Select {...control}>
                  <option>{long}</option>
                </Select>
              )}
            </Field>
            <Checkbox name="sure" label={long} hint={long} error="Tick this to go on." required />
          </Fieldset>
        </FormStack>
      </form>
      <Progress
        id="up"
        label={long}
        done={1234567}
        max={9876543}
        format={(bytes) => formatBytes(bytes, "en")}
        rate={512000}
        secondsLeft={4000}
      />
    </InFrame>
  );
}
