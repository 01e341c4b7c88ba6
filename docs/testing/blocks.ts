import { readPages } from './pages.ts'

/** A fenced code block of a page. */
export interface Block {
  /** The page's path in the repository, and the line that the block's code begins on. */
  page: string
  line: number
  /** As the fence names it: "ts", "json"; empty when it names none. */
  language: string
  code: string
  /** The comment on the line above: `<!-- name: value -->` says how the block is checked, or why it is not. */
  mark?: { name: string; value: string }
}

const fence = /(?:^<!-- ([^:\n]+): (.+) -->\n)?^```(\w*)\n([\s\S]*?)^```$/gm

/** Every block of the documentation. */
export function readBlocks(): Block[] {
  return readPages().flatMap(({ path, text }) => {
    const blocks = [...text.matchAll(fence)].map(
      ({ 0: whole, 1: name, 2: value, 3: language = '', 4: code = '', index }): Block => ({
        page: path,
        line: text.slice(0, index + whole.length).split('\n').length - code.split('\n').length + 1,
        language,
        code,
        ...(name && value && { mark: { name, value } }),
      }),
    )
    // An indented fence, or one with more words behind it, would be read by people and by nothing else.
    if (text.split('```').length !== blocks.length * 2 + 1)
      throw new Error(`${path} has a fence of another form`)
    return blocks
  })
}

/** The only block of its language on a page; with `index`, that one of several. */
export function readBlock(page: string, language: string, index?: number): string {
  const blocks = readBlocks().filter((block) => block.page === page && block.language === language)
  const block = index === undefined && blocks.length !== 1 ? undefined : blocks[index ?? 0]
  if (!block) throw new Error(`${page} has ${blocks.length} blocks of ${language}; which one is meant?`)
  return block.code
}

/** What the inline scripts of a page of HTML say. */
export function readScripts(html: string): string[] {
  return [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, script = '']) => script)
    .filter((script) => script.trim() !== '')
}
