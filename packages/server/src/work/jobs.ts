import type { JobHandler } from '../jobs/job-runner.ts'
import { tellReview } from '../processes/review-findings.ts'
import { supersede } from '../records/feeds/supersede.ts'
import { writeFeed } from '../records/feeds/write-feed.ts'
import { hintTurn } from '../substitutions/substitutions.ts'
import { JobTaken } from './apply-step.ts'
import { cancelCalled, endCall, startCalled } from './calls.ts'
import { fireTimers } from './fire-timers.ts'
import { handOver } from './hand-over.ts'
import { broadcastSignal, deliverSignal, startBySignal } from './messages/broadcast-signal.ts'
import { deliverMessage } from './messages/deliver-message.ts'
import { wakeMessage } from './messages/waits.ts'
import { calendarChanged, rearm } from './rearm.ts'
import { reseat, rightsLost } from './reseat.ts'
import { scheduleStarts, startOnTime } from './scheduled-starts.ts'
import type { Work } from './work.ts'

/** What is done later or elsewhere, by the kind of job. */
export function workJobs(work: Work): Map<string, JobHandler> {
  const handlers = {
    timers: fireTimers,
    calendarChanged,
    rearm,
    rightsLost,
    reseat,
    handOver,
    deliverMessage,
    wakeMessage,
    broadcastSignal,
    deliverSignal,
    startBySignal,
    startCalled,
    callEnded: endCall,
    cancelCalled,
    timedStart: startOnTime,
    scheduleStarts,
    versionChanged: tellReview,
    feed: writeFeed,
    supersede,
    substitutionTurns: hintTurn,
  }
  return new Map(
    Object.entries(handlers).map(([kind, handler]) => [
      kind,
      async (job) => {
        try {
          await handler(work, job)
        } catch (error) {
          // Another server was given the job when this one took too long: it is that one's now.
          if (!(error instanceof JobTaken)) throw error
        }
      },
    ]),
  )
}
