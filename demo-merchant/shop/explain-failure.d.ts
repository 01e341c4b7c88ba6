/** What onFail is given, as far as it decides the words. */
export interface Failure {
  message: string
  code: string
  recoverable: boolean
}

/** What the customer reads of onFail's data: what they can do now, never what a developer would have to change. */
export declare function explainFailure(failure: Failure): string
