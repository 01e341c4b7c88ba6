import { useI18n } from '../../i18n/i18n.ts'
import { ScreenHeading } from '../../ui/screen-heading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

/** As many as stand in a modal without scrolling. */
const CARDS = ['1', '2', '3', '4', '5', '6']

interface LoadingScreenProps {
  onLeave: (() => void) | undefined
  /** `slow`: says so, where the first sentence will stand, so that nothing moves. */
  pace?: 'slow' | 'usual'
  /** Without a heading, which takes the focus: nobody may be looking yet. */
  isQuiet?: boolean
}

/** The terms screen before its words are there: same places, same heights. */
export function LoadingScreen({ onLeave, pace = 'usual', isQuiet = false }: LoadingScreenProps) {
  const { text } = useI18n()
  return (
    <Shell onClose={onLeave} aside={<SummarySkeleton />}>
      <div class="visually-hidden">
        {!isQuiet && <ScreenHeading title={text.loading.title} merchant={null} />}
      </div>
      <div class="screen" aria-hidden="true">
        <div class="screen-heading">
          <p class="eyebrow">
            <Skeleton size="short" />
          </p>
          <p class="skeleton-h1">
            <Skeleton size="title" />
          </p>
        </div>
        <p class="lead">
          {pace === 'slow' ? (
            text.announced.slow
          ) : (
            <span class="skeleton skeleton-words">{text.terms.lead}</span>
          )}
        </p>
        <div class="cards">
          {CARDS.map((card) => (
            <div key={card} class="card-radio">
              <span class="skeleton-radio" />
              <span class="card-radio-name">
                <Skeleton size="short" />
                <Skeleton size="amount" />
              </span>
              <span class="card-radio-details">
                <Skeleton size="text" />
              </span>
            </div>
          ))}
        </div>
      </div>
      <div class="action-bar" aria-hidden="true">
        <p class="action-bar-figure">
          <Skeleton size="short" />
          <span class="amount">
            <Skeleton size="amount" />
          </span>
        </p>
        <Skeleton size="button" />
      </div>
    </Shell>
  )
}

function SummarySkeleton() {
  return (
    <div class="summary" aria-hidden="true">
      <div class="summary-head">
        <p class="summary-label">
          <Skeleton size="short" />
        </p>
        <p class="summary-total">
          <Skeleton size="amount" />
        </p>
        <span class="summary-toggle">
          <Skeleton size="short" />
        </span>
      </div>
    </div>
  )
}
