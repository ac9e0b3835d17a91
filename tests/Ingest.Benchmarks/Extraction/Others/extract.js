// Runs quote-parser and compromise over texts and prints what they took, a line of JSON a tool:
// node extract.js FOLDER SECONDS. Texts are read first; a tool that needs longer than SECONDS stops there.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import nlp from 'compromise'
import quoteParser from 'quote-parser'

const [folder, seconds] = process.argv.slice(2)
const texts = readdirSync(folder).sort().map(name => {
  const bytes = readFileSync(join(folder, name))
  return { bytes: bytes.length, text: bytes.toString('utf8') }
})

const tools = {
  'quote-parser': text => quoteParser.parse(text, 'en').length,
  compromise: text => nlp(text).quotations().length,
}

for (const [tool, run] of Object.entries(tools)) {
  for (const { text } of texts.slice(0, 20)) run(text)
  let bytes = 0, articles = 0, quotes = 0
  const start = performance.now(), before = process.cpuUsage()
  for (const article of texts) {
    if (performance.now() - start > seconds * 1000) break
    quotes += run(article.text)
    bytes += article.bytes
    articles++
  }
  const used = process.cpuUsage(before)
  console.log(JSON.stringify({ tool, bytes, articles, quotes, seconds: (performance.now() - start) / 1000, busy: (used.user + used.system) / 1e6 }))
}
