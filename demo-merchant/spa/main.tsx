import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { App } from './app.tsx'
import '../shop/styles/base.css'
import '../shop/styles/controls.css'
import '../shop/styles/status.css'
import '../shop/styles/frame.css'
import '../shop/styles/storefront.css'
import '../shop/styles/cart.css'
import '../shop/styles/checkout.css'
import '../shop/styles/purchase.css'
import './spa.css'

const root = document.querySelector('#root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Router base="/spa">
      <App />
    </Router>
  </StrictMode>,
)
