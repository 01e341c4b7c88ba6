import { defineElements } from './index.ts'

/** The script-tag face, `<script type="module" src="…/widget/v1/elements.js">`: Backd is where the script came from. */
defineElements({ origin: new URL(import.meta.url).origin })
