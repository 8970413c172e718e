// Says why a certificate or key is not given as PEM or as its base64.

/** `label` is what sentences call it. */
export const pem = (label: string) => (value: string) =>
  /^-----BEGIN [A-Z ]+-----/.test(Buffer.from(value, 'base64').toString('latin1')) ||
  value.startsWith('-----BEGIN ')
    ? undefined
    : `Give the ${label} as PEM, or as the base64 of PEM that a kubeconfig holds, never as a file path.`
