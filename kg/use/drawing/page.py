"""The picture as an HTML page of its own: no other file, no network; a click on a name or line shows the sentences."""

import json
from html import escape

import networkx as nx

from kg.use.drawing.svg import FONT, svg

_STYLE = """
:root{color-scheme:light}body{margin:0;font-family:%(font)s;color:#0f172a;
background:#f8fafc;display:flex;height:100vh}
main{flex:1;overflow:auto;background:#fff}aside{width:340px;padding:20px;overflow:auto;
border-left:1px solid #e2e8f0;font-size:14px;line-height:1.6}
h1{font-size:18px;margin:0 0 4px}h2{font-size:14px;margin:18px 0 2px}
blockquote{margin:4px 0;padding:8px 12px;background:#fff;border-left:3px solid #1d4ed8}
.from{color:#64748b;font-size:12px;overflow-wrap:anywhere}
.edge,.node{cursor:pointer}.edge:hover path,.edge:focus path{stroke:#1d4ed8}
.node:hover rect,.node:focus rect{stroke-width:3}g:focus{outline:none}
@media(max-width:760px){body{flex-direction:column}
aside{width:auto;height:40vh;border-left:0;border-top:1px solid #e2e8f0}}
"""
_SCRIPT = """
const told=JSON.parse(document.getElementById('told').textContent),panel=document.getElementById('panel');
const add=(tag,text,cls)=>{const e=document.createElement(tag);e.textContent=text;
if(cls)e.className=cls;panel.append(e)};
function show(title,edges){panel.replaceChildren();add('h1',title);
if(!edges.length)add('p','이 그림 안에 이어진 근거가 없습니다.');
for(const e of edges){add('h2',e.from+' → '+e.to+(e.label?' · '+e.label:''));add('blockquote',e.sentence);
add('p',[e.source,e.date].filter(Boolean).join(', '),'from');add('p',e.link,'from')}}
function open(g){if(g.dataset.node!==undefined){const n=told.nodes[g.dataset.node];
show(n.label,told.edges.filter(e=>e.a===+g.dataset.node||e.b===+g.dataset.node))}
else{const es=g.dataset.edges.split(' ').map(i=>told.edges[i]);show(es[0].from+' · '+es[0].to,es)}}
for(const g of document.querySelectorAll('.edge,.node')){g.addEventListener('click',()=>open(g));
g.addEventListener('keydown',k=>{if(k.key==='Enter'||k.key===' '){k.preventDefault();open(g)}})}
"""


def page(graph: "nx.MultiDiGraph[str]", centre: str) -> str:
    """The drawing with its evidence, as one HTML file."""
    nodes = sorted(graph)
    number = {n: i for i, n in enumerate(nodes)}
    edges = sorted(graph.edges(keys=True, data=True), key=lambda e: (e[0], e[1], e[2]))
    told = {
        "nodes": [{"label": graph.nodes[n]["label"]} for n in nodes],
        "edges": [
            {"a": number[a], "b": number[b], "from": graph.nodes[a]["label"], "to": graph.nodes[b]["label"], **data}
            for a, b, _, data in edges
        ],
    }
    data = json.dumps(told, ensure_ascii=False).replace("</", "<\\/")
    title = escape(graph.nodes[centre]["label"])
    return (
        f'<!doctype html>\n<html lang="ko"><head><meta charset="utf-8"><title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<style>{_STYLE % {'font': FONT}}</style></head>\n<body><main>{svg(graph, centre)}</main>\n"
        f'<aside id="panel" aria-live="polite"><h1>{title}</h1>'
        "<p>이름이나 선을 누르면 근거 문장이 나옵니다.</p></aside>\n"
        f'<script type="application/json" id="told">{data}</script>\n<script>{_SCRIPT}</script></body></html>\n'
    )
