// Describes a program that Polder needs, so that `obtain` can get it on any machine.
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Step } from './progress.ts'

export interface Part<Binary extends string = string> {
  name: string
  version: string
  /** Its programs. The first one answers `--version`. */
  binaries: readonly Binary[]
  /** Whether a program of this version, found in the environment or on the PATH, will do. */
  accepts(version: string): boolean
  /** The environment variable that names the folder of the programs, or the only program itself. */
  variable: string
  /** The origin of the official releases. */
  releases: string
  /** What to download, one per program, or a sentence why nothing is published for this platform. */
  downloads(platform: Platform): Download<Binary>[] | string
  /** Builds the programs into the folder `into`. The empty folder `work` is its to litter. */
  build(work: string, into: string, step: Step): Promise<void>
  /** What a person can do when every way failed. */
  advice: string
}

/** In Go's words, which release archives use: `linux`, `darwin`; `amd64`, `arm64`. */
export interface Platform {
  os: string
  arch: string
}

/** Paths are below the origin. The checksums file lists SHA-256 sums, or is one. */
export interface Download<Binary extends string = string> {
  binary: Binary
  path: string
  checksums: string
  /** How the program lies in the file; without it, the file is the program. */
  archive?: Archive
}

export interface Archive {
  kind: 'tar.gz' | 'zip'
  member: string
}

export type Programs<Binary extends string> = Record<Binary, string>

export const platform: Platform = {
  os: process.platform === 'win32' ? 'windows' : process.platform,
  arch: process.arch === 'x64' ? 'amd64' : process.arch,
}

/** `$XDG_CACHE_HOME/polder`, by default `~/.cache/polder`. */
export const cacheDirectory = (environment = process.env) =>
  join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'polder')

/** Compares dotted versions number by number. */
export const isAtLeast = (version: string, least: string): boolean =>
  version.localeCompare(least, 'en', { numeric: true }) >= 0
