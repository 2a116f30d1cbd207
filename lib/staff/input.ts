import { z } from "zod";

export const staffEmail = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Enter an email address, such as ana@example.com.").max(254, "An email has at most 254 characters."));

export const staffName = z
  .string()
  .trim()
  .min(1, "Enter a name.")
  .max(100, "Use at most 100 characters.")
  .regex(/^\P{Cc}*$/u, "Use letters, not control characters.");

/** Loose on purpose: what is no email has no account, and is answered as any other without one. */
export const signInInput = z.object({
  email: z.string().trim().min(1, "Enter your email.").max(254, "An email has at most 254 characters."),
  password: z.string().min(1, "Enter your password."),
  next: z.string().optional(),
});

const differs = { path: ["again"], message: "This is not the same password. Type it again." };

const password = z.string().min(1, "Choose a password.");
const again = z.string();

/** How good the password is, `assertGoodPassword` says. */
export const newAdministratorInput = z
  .object({ name: staffName, email: staffEmail, password, again })
  .refine((input) => input.password === input.again, differs);

/** Of whoever was invited: the administrator has written the email down. */
export const newPasswordInput = z
  .object({ name: staffName, password, again })
  .refine((input) => input.password === input.again, differs);

export const changePasswordInput = z
  .object({ password: z.string().min(1, "Enter your present password."), newPassword: password, again })
  .refine((input) => input.newPassword === input.again, differs);

export type NewAdministrator = { name: string; email: string; password: string };
