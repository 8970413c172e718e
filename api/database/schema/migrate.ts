// Runs the migrations of the folder in order, each once, inside TypeORM's own mechanism.
import { readdir } from 'node:fs/promises'
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm'

const folder = new URL('migrations/', import.meta.url)

/** TypeORM orders migrations by the last 13 digits of their names. */
const migration = (file: string, sql: string) => {
  const [number = '', noun] = file.replace(/\.ts$/, '').split(/_(.*)/)
  return class implements MigrationInterface {
    name = `${noun}_${number.padStart(13, '0')}`
    async up(runner: QueryRunner) {
      await runner.query(sql)
    }
    async down() {
      throw new Error('Migrations cannot be reverted. Restore a backup instead.')
    }
  }
}

/** The files in order, each with its SQL. */
export const migrationFiles = async (): Promise<{ file: string; sql: string }[]> => {
  const files = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.ts$/.test(name)).sort()
  return Promise.all(
    files.map(async (file) => ({ file, sql: (await import(new URL(file, folder).href)).default })),
  )
}

export const migrations = async () => (await migrationFiles()).map(({ file, sql }) => migration(file, sql))

/** An arbitrary number that no other user of the database locks. */
const lock = 7_460_001

/** Two processes that start at once migrate one after the other. */
export const migrate = async (source: DataSource) => {
  const runner = source.createQueryRunner()
  try {
    await runner.query(`select pg_advisory_lock(${lock})`)
    try {
      await source.runMigrations({ transaction: 'each' })
    } finally {
      await runner.query(`select pg_advisory_unlock(${lock})`)
    }
  } finally {
    await runner.release()
  }
}
