/** An action is called with whatever somebody sends: what is no form is one that says nothing. */
export function formGiven(given: unknown): FormData {
  return given instanceof FormData ? given : new FormData()
}
