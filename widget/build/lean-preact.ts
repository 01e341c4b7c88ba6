import type { Plugin } from 'vite'

/** What only class components have, of their own or of their instances. */
const CLASS_MEMBERS = [
  'componentDidCatch',
  'componentDidMount',
  'componentDidUpdate',
  'componentWillMount',
  'componentWillReceiveProps',
  'componentWillUpdate',
  'contextType',
  'getDerivedStateFromError',
  'getDerivedStateFromProps',
  'getSnapshotBeforeUpdate',
]

/** Where Preact asks whether it has to do with a thing, and the answer here, as they stand in its build. */
const QUESTIONS: Record<string, [asked: string, here: string][]> = {
  'a component that is a class': [['C=(s=V.prototype)&&s.render', 'C=!1']],
  hydration: [
    ['128&u.__u&&(', '!1&&('],
    ['(u=t&&32&t.__u)?null:r.__k', '(u=0,r.__k)'],
    ['i?null:r.firstChild?d.call(r.childNodes):null', 'null'],
    [',o)for(s=0;', ',!1)for(s=0;'],
    [
      'if(a="template"==C&&t.content||t,o="textarea"==C&&null!=x.defaultValue?null:o&&d.call(a.childNodes),!l&&o)for($={},s=0;s<t.attributes.length;s++)$[(k=t.attributes[s]).name]=k.value;',
      'a=t;',
    ],
    ['l&&(n.__m&&n.__m(r,o),l=!1)', '0'],
    ['o?o[0]:u.__k&&S(u,0)', 'u.__k&&S(u,0)'],
    [',o&&o.some(g)),', '),'],
    ['l&&"function"!=typeof k||', ''],
    ['l&&"textarea"!=C||(', '('],
    ['$===x||l&&t.data==x||', '$===x||'],
  ],
  'a component that waits (Suspense)': [
    ['r.__v=null,c||o)if(t&&t.then){', 'r.__v=null,!1)if(t&&t.then){'],
    ['t&&t.then||D(r)', 'D(r)'],
    ['!u&&(i=t.__c)&&(i=i.__z)&&', '!1&&'],
    [',p&&p.some(g),', ','],
    ['&&!t.data.startsWith("$s");', ';'],
  ],
  'a portal': [
    ['M.__P&&(s=l,', '!1&&(s=l,'],
    ['M.__P&&(r.__e=null,l=s),', ''],
    ['if(n.props.__P)return t;', ''],
    ['||n.props.__P?null:S(n)', '?null:S(n)'],
    ['||u&&!t.props.__P)', '||u)'],
    ['(n=n.__)&&n.__c&&!n.props.__P', '(n=n.__)&&n.__c'],
  ],
  'HTML that was put together': [
    ['"dangerouslySetInnerHTML"==s?y=k:', ''],
    ['"dangerouslySetInnerHTML"==s?h=k:', ''],
    [
      'h?(l||y&&(h.__html==y.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),r.__k=[]):(y&&(t.textContent=""),(',
      '((',
    ],
  ],
  MathML: [
    ['"math"==C?f="http://www.w3.org/1998/Math/MathML":', ''],
    ['||"http://www.w3.org/1998/Math/MathML"==f&&v.test(C)', ''],
  ],
  'an event on its way down': [['f=t!=(t=t.replace(l,"$1"))', 'f=!1']],
  'an attribute of SVG by its name in JavaScript': [
    ['t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");', ';'],
  ],
}

/**
 * Takes out of Preact what the checkout has no use for: its components are functions, drawn into an empty element. The
 * minifier drops what can't come to pass once the questions are answered: 1,100 bytes of gzip.
 */
export function leanPreact(): Plugin {
  return {
    name: 'backd:lean-preact',
    enforce: 'pre',
    transform: {
      filter: { id: /\/preact\/(hooks\/)?dist\// },
      handler: (code, id) => ({
        code: id.includes('/hooks/') ? withoutClasses(code) : answered(withoutClasses(code)),
        map: null,
      }),
    },
  }
}

export const withoutClasses = (code: string) =>
  code.replace(
    new RegExp(`[\\w$]+(?:\\.[\\w$]+)*\\.(?:${CLASS_MEMBERS.join('|')})\\b(?!=[^=])`, 'g'),
    'void 0',
  )

/** @throws Error for a question that is not there, once: another Preact has to be read before it is built with */
export function answered(code: string): string {
  let lean = code
  for (const [about, questions] of Object.entries(QUESTIONS)) {
    for (const [asked, here] of questions) {
      if (lean.split(asked).length !== 2) throw new Error(`Preact no longer asks about ${about} by ${asked}`)
      lean = lean.replace(asked, () => here)
    }
  }
  return lean
}
