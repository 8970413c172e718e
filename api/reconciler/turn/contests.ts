// Notices when somebody else insists on another form of an object, and paces the repairs of that object.
import { ClusterError } from '../cluster/errors.ts'

const withinMs = 60_000
const patientRepairs = 3
const shortestMs = 1_000
const longestMs = 60_000
/** Who has left an object alone for so long, and for twice the pace, has stopped. */
const calmMs = 5_000

type Contest = { key: string; count: number; lastAt: number; by: string }

/** One object that is changed back three times within a minute is repaired less and less often: 1 s, doubling to 60 s. */
export const createContests = (clock = () => performance.now()) => {
  // In the order of their last repairs.
  const all = new Map<string, Contest>()

  const paceOf = ({ count }: Contest) =>
    count <= patientRepairs ? 0 : Math.min(longestMs, shortestMs * 2 ** (count - patientRepairs - 1))

  const recent = (key: string) => {
    const contest = all.get(key)
    if (!contest) return undefined
    const isOver = clock() - contest.lastAt >= Math.max(withinMs, 2 * paceOf(contest))
    return isOver ? undefined : contest
  }

  const error = ({ key, count, by }: Contest, waitMs: number) => {
    const what = `\`${by}\` has changed ${key} ${count} times against what Polder declares`
    return new ClusterError('Contested', `${what}. Stop that controller, or change what is declared.`, {
      retryAfter: Math.ceil(waitMs / 1_000),
    })
  }

  /** The contest about this object, while it goes on: it is told also for a while after a repair. */
  const standing = (key: string): ClusterError | undefined => {
    const contest = all.get(key)
    if (!contest || contest.count <= patientRepairs) return undefined
    const pace = paceOf(contest)
    const isCalm = clock() - contest.lastAt >= Math.max(calmMs, 2 * pace)
    return isCalm ? undefined : error(contest, pace)
  }

  return {
    /** An object of ours is not as it was written last. Throws ClusterError `Contested` where the repair has to wait. */
    awaitRepair(key: string) {
      const contest = recent(key)
      if (!contest) return
      const waitMs = contest.lastAt + paceOf({ ...contest, count: contest.count + 1 }) - clock()
      if (waitMs > 0) throw error(contest, waitMs)
    },
    /** The object was repaired; `by` is who had changed it, a field manager. A repair that fails is none. */
    repaired(key: string, by: string) {
      const count = (recent(key)?.count ?? 0) + 1
      all.delete(key)
      all.set(key, { key, count, lastAt: clock(), by })
      // Of objects that are gone nobody asks any more.
      for (const old of all.keys()) {
        if (recent(old)) break
        all.delete(old)
      }
    },
    standing,
    /** How many objects are contested. */
    count: () => [...all.keys()].filter(standing).length,
    /** Of how many objects something is remembered. */
    size: () => all.size,
  }
}
export type Contests = ReturnType<typeof createContests>
