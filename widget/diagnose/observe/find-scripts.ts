import { listRequests } from './requests.ts'

/** /widget/v1/widget.js, and that of one version. */
const script = /\/widget\/[^/]+\/widget\.js([?#]|$)/

/** Addresses of Backd's script, each as often as it was loaded: an element may be gone by now, and a request may have been a preload's. */
export function findScripts(): string[] {
  const elements = [...document.scripts].map(({ src }) => src).filter(isOurs)
  const requests = listRequests()
    .filter(({ initiatorType }) => initiatorType === 'script')
    .map(({ name }) => name)
    .filter(isOurs)
  return requests.length > elements.length ? requests : elements
}

const isOurs = (src: string) => script.test(src)
