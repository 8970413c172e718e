// The frame of a documentation page, as the registry reads it.
import { mark } from './mark.ts'

export const page = (title: string, heading: string, about: string, sections: string[]) =>
  `---
page_title: "${title}"
subcategory: ""
description: |-
  ${about}
---

<!-- ${mark} -->

${[`# ${heading}`, about, ...sections].map((it) => it.trimEnd()).join('\n\n')}
`

export const fence = (language: string, code: string) => `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``
