import type { HandSignature } from '@canmou/contract'
import { Failure } from '../../http/failure.ts'
import { signaturePicture } from './signature-picture.ts'

/** A signature as the step writes it. */
export interface TakenSignature {
  method: HandSignature['method']
  /** PNG, Base64. */
  image: string
}

/** The signature that a request brings, checked. Fails with SIGNATURE_REQUIRED, SIGNATURE_INVALID or SIGNATURE_BLANK. */
export function takeSignature(
  given: HandSignature | undefined,
  isRequired: boolean,
): TakenSignature | undefined {
  if (!given) {
    if (isRequired) throw new Failure('SIGNATURE_REQUIRED')
    return undefined
  }
  const image = signaturePicture(Buffer.from(given.image, 'base64'))
  return { method: given.method, image: image.toString('base64') }
}
