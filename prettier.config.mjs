/** @type {import('prettier').Config} */
const config = {
  semi: false,
  singleQuote: true,
  printWidth: 120,
  plugins: ['prettier-plugin-solidity'],
  overrides: [{ files: '*.sol', options: { singleQuote: false, tabWidth: 4, compiler: '0.8.37' } }],
}

export default config
