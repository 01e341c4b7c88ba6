// Without the default theme's web font: the checkout has the system's, too.
import theme from 'vitepress/theme-without-fonts'
import './colors.css'
import './diagram.css'

// biome-ignore lint/style/noDefaultExport: VitePress takes a theme by its default export.
export default theme
