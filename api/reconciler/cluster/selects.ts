// Whether labels are what a label selector asks for: equality and `in`, which are all that Polder asks with.

type Labels = Readonly<Record<string, string>> | undefined

const term = /^([^=\s]+)(?:=(\S*)| in \(([^)]*)\))$/

/** `polder.dev/provider=wsp_1,polder.dev/shard in (0,1)`. Throws for any other form. */
export const selects = (selector: string): ((labels: Labels) => boolean) => {
  const terms = (selector ? selector.split(/,(?![^(]*\))/) : []).map((text) => {
    const [, label, value, values] = term.exec(text.trim()) ?? []
    if (!label) throw new Error(`\`${text}\` is no term of a label selector that Polder asks with`)
    return { label, values: values === undefined ? [value ?? ''] : values.split(',').map((it) => it.trim()) }
  })
  return (labels = {}) => terms.every(({ label, values }) => values.includes(labels[label] ?? ''))
}
