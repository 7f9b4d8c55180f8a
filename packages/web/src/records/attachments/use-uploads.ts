import type { Attachment } from '@canmou/contract'
import { useEffect, useRef, useState } from 'react'
import { newKey } from '../../api/idempotency.ts'
import { failureText } from '../../api/raise-failure.ts'
import { uploadAttachment } from './upload.ts'

/** A file on its way, or one that did not arrive. */
export interface Upload {
  id: string
  file: File
  share: number
  failure?: string
}

/** Files on their way to an address (`uploadAddress`). They go one after the other: a phone's line is shared by all of them. */
export function useUploads(address: string, arrived: (attachment: Attachment) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const queue = useRef<Promise<void>>(Promise.resolve())
  const aborts = useRef(new Map<string, AbortController>())
  const done = useRef(arrived)
  done.current = arrived

  useEffect(() => {
    const open = aborts.current
    return () => {
      for (const abort of open.values()) abort.abort()
    }
  }, [])

  const change = (id: string, next: Partial<Upload>): void =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...next } : upload)))
  const drop = (id: string): void => setUploads((all) => all.filter((upload) => upload.id !== id))

  const send = (id: string, file: File): void => {
    const abort = new AbortController()
    aborts.current.set(id, abort)
    queue.current = queue.current.then(async () => {
      if (abort.signal.aborted) return
      try {
        const share = (part: number): void => change(id, { share: part })
        const attachment = await uploadAttachment(address, file, share, abort.signal)
        drop(id)
        done.current(attachment)
      } catch (error) {
        if (!abort.signal.aborted) change(id, { failure: failureText(error), share: 0 })
      } finally {
        aborts.current.delete(id)
      }
    })
  }
  return {
    uploads,
    isBusy: uploads.some(({ failure }) => failure === undefined),
    add(files: readonly File[]): void {
      const added = files.map((file): Upload => ({ id: newKey(), file, share: 0 }))
      setUploads((all) => [...all, ...added])
      for (const { id, file } of added) send(id, file)
    },
    retry({ id, file }: Upload): void {
      setUploads((all) => all.map((upload) => (upload.id === id ? { id, file, share: 0 } : upload)))
      send(id, file)
    },
    dismiss(id: string): void {
      aborts.current.get(id)?.abort()
      drop(id)
    },
  }
}

export type Uploads = ReturnType<typeof useUploads>
