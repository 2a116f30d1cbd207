import { z } from "zod";

const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Enter an email address, such as ana@example.com.").max(254, "An email has at most 254 characters."));

const name = z
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

/** How good the password is, `assertGoodPassword` says. */
export const newAdministratorInput = z
  .object({ name, email, password: z.string().min(1, "Choose a password."), again: z.string() })
  .refine((input) => input.password === input.again, {
    path: ["again"],
    message: "This is not the same password. Type it again.",
  });

export type NewAdministrator = { name: string; email: string; password: string };
