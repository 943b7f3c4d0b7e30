// Asks an endpoint with a client that others wrote, and prints what it got: node client.mjs ADDRESS < questions.json
import { readFileSync } from 'node:fs'
import SparqlClient from 'sparql-http-client'

const [endpointUrl] = process.argv.slice(2)
const questions = JSON.parse(readFileSync(0, 'utf-8'))
const told = {}

const plain = (term) => [term.termType, term.value, term.language || '', term.datatype ? term.datatype.value : '']

for (const operation of ['get', 'postUrlencoded', 'postDirect']) {
  const client = new SparqlClient({ endpointUrl })
  const found = {}
  for (const [name, query] of Object.entries(questions.select)) {
    found[name] = []
    for await (const row of client.query.select(query, { operation })) {
      found[name].push(Object.fromEntries(Object.entries(row).map(([variable, term]) => [variable, plain(term)])))
    }
  }
  found.ask = await client.query.ask(questions.ask, { operation })
  found.construct = 0
  for await (const quad of client.query.construct(questions.construct, { operation })) {
    found.construct += quad.subject ? 1 : 0
  }
  try {
    await client.query.ask(questions.wrong, { operation })
    found.wrong = 'answered'
  } catch (error) {
    found.wrong = error.status || String(error)
  }
  told[operation] = found
}
console.log(JSON.stringify(told))
