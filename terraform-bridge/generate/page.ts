// The frame of a documentation page, as the registry reads it.
import { mark } from './mark.ts'

export const page = (title: string, heading: string, description: string, sections: string[]) =>
  `---
page_title: "${title}"
subcategory: ""
description: |-
  ${description}
---

<!-- ${mark} -->

${[`# ${heading}`, description, ...sections].map((it) => it.trimEnd()).join('\n\n')}
`

export const fence = (language: string, code: string) => `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``
