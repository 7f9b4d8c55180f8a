import type { Attachment } from '@canmou/contract'
import { ApiFailure, failureFrom } from '../../api/failure.ts'
import { newKey } from '../../api/idempotency.ts'
import { currentLocale } from '../../i18n/language.ts'

/** Where an attachment is read; the server always answers with a download, never with a page. */
export const attachmentAddress = (id: string): string => `/api/attachments/${id}`

/** Where files of a record's draft are sent, and where those that go with the opinion at a task. */
export const uploadAddress = {
  record: (id: string): string => `/api/records/${id}/attachments`,
  task: (id: string): string => `/api/tasks/${id}/attachments`,
}

/**
 * Sends one file to an address. XMLHttpRequest and not the one HTTP client, because fetch cannot tell how much of a body
 * has been sent.
 */
export function uploadAttachment(
  address: string,
  file: File,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('accept-language', currentLocale())
    request.setRequestHeader('idempotency-key', newKey())
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const answer: unknown = request.response
      if (request.status >= 200 && request.status < 300) resolve(answer as Attachment)
      else reject(failureFrom(request.status, answer))
    }
    request.onerror = () => reject(new ApiFailure(0, { code: 'OFFLINE' }))
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    const body = new FormData()
    body.append('file', file, file.name)
    request.send(body)
  })
}
