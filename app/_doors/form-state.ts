/** What a form is told after it was sent: by `staffAction`, to `useActionState`. */
export type FormState = {
  /** By the control's name: what is wrong with its answer. */
  errors: Record<string, string>;
  /** What is wrong with the whole. */
  message?: string;
  /** What was done. */
  notice?: string;
  /** What the person had filled in, to be shown again; never a password. */
  values: Record<string, string | string[]>;
  /** Whatever else the page wants to draw. */
  data?: unknown;
};

/** Of a form that has not been sent. */
export const EMPTY_FORM: FormState = { errors: {}, values: {} };
