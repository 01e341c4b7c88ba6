import './zoid-component.ts'
