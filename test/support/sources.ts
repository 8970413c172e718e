// The project's own hand-written source files, as git sees them.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What `npm run generate` writes. */
export const generated = /^terraform-bridge\/(bindings|docs|protocol\/messages)(\/|\.ts$)/

/** Paths relative to the root: everything that is, or would be, committed. */
export const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path && existsSync(join(root, path)))

/** Hand-written TypeScript. */
export const sources = files.filter((path) => path.endsWith('.ts') && !generated.test(path))

export const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** What a file imports: ours as paths from the root, others as package or `node:` names. */
export const importsOf = (path: string) =>
  [
    ...read(path).matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/g,
    ),
  ]
    .map((match) => (match[1] ?? match[2])!)
    .map((name) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name))
