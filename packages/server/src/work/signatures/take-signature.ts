import type { HandSignature } from '@canmou/contract'
import { Failure } from '../../http/failure.ts'
import { signaturePicture } from './signature-picture.ts'

/** A signature as the step writes it. */
export interface TakenSignature {
  method: HandSignature['method']
  /** PNG, Base64. */
  image: string
}

interface Asked {
  isRequired: boolean
  /** The version that its signer had before him, as the request says. */
  shown: number | undefined
  /** The version of the document that a decision is about; undefined where there is none, or where it is only made now. */
  version: number | undefined
}

/**
 * The signature that a request brings, checked: the picture, and that it is for the version that there is, not for one that
 * was replaced while its signer read it. Fails with SIGNATURE_REQUIRED, RECORD_CHANGED, SIGNATURE_INVALID or
 * SIGNATURE_BLANK.
 */
export function takeSignature(
  given: HandSignature | undefined,
  { isRequired, shown, version }: Asked,
): TakenSignature | undefined {
  if (!given) {
    if (isRequired) throw new Failure('SIGNATURE_REQUIRED')
    return undefined
  }
  if (version !== undefined && shown !== version) throw new Failure('RECORD_CHANGED', { version })
  const image = signaturePicture(Buffer.from(given.image, 'base64'))
  return { method: given.method, image: image.toString('base64') }
}
