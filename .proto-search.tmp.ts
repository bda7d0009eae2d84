import Database from 'better-sqlite3';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { tokenize, stems, isStopWord } from '@/lib/serbian';
const text = readFileSync('/work/shared/data/enterprises.csv','utf8');
const words = tokenize(text.replace(/https?:\S+/g,'')).map(t=>t.fold).filter(w=>w.length>1);
// zipf by sampling the running text itself
let seed=1; const rnd=()=>{seed=(seed*1103515245+12345)&0x7fffffff;return seed/0x7fffffff};
const pick=(n:number)=>{const o:string[]=[];for(let i=0;i<n;i++){o.push(words[Math.floor(rnd()*words.length)]!)}return o};
const memo=new Map<string,string>();
const st=(w:string)=>{let s=memo.get(w);if(s===undefined){s=stems(w).map(x=>'_'+x).join(' ');memo.set(w,s)}return s};
const field=(ws:string[])=>ws.join(' ')+' '+ws.filter(w=>!isStopWord(w)).map(st).join(' ');
const N=100000;
function build(file:string, prefix:string, detail='full'){
  rmSync(file,{force:true});
  const db=new Database(file);db.pragma('journal_mode=WAL');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(name,other,place,activity,descr,content='',contentless_delete=1,detail=${detail},${prefix?`prefix='${prefix}',`:''}tokenize="ascii tokenchars '_'")`);
  db.exec(`INSERT INTO t(t,rank) VALUES('rank','bm25(10,8,5,3,1)')`);
  const ins=db.prepare('INSERT INTO t(rowid,name,other,place,activity,descr) VALUES(?,?,?,?,?,?)');
  const t0=Date.now(); seed=1;
  db.transaction(()=>{for(let i=1;i<=N;i++){ins.run(i,field(pick(4)),field(pick(2)),field(pick(6)),field(pick(45)),field(pick(20)))}})();
  db.exec(`INSERT INTO t(t) VALUES('optimize')`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  console.log(file,'built',Date.now()-t0,'ms',(statSync(file).size/1e6).toFixed(1),'MB');
  return db;
}
function med(f:()=>unknown,n=15){const ts:number[]=[];for(let i=0;i<n;i++){const a=process.hrtime.bigint();f();ts.push(Number(process.hrtime.bigint()-a)/1e6)}ts.sort((a,b)=>a-b);return ts[n>>1]!.toFixed(2)}
for (const [f,p] of [['/tmp/sx/p23.db','2 3'],['/tmp/sx/p0.db','']] as const){
  const db=build(f,p);
  for (const q of ['_zen','zena OR _zen','zena','zen*','_zen OR zen*','_zen AND _zadrug','(zadruga OR _zadrug) AND (zena OR _zen)','_zadrug AND (_voc OR voc*)','za*','pr*','_liceulic OR liceulice', '_liceulic','"osobe sa"', '_osob AND _invaliditet AND _kragujevc']){
    const top=db.prepare(`SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20`).pluck();
    const cnt=db.prepare(`SELECT count(*) FROM t WHERE t MATCH ?`).pluck();
    const all=db.prepare(`SELECT rowid FROM t WHERE t MATCH ?`).pluck();
    const allr=db.prepare(`SELECT rowid, rank FROM t WHERE t MATCH ?`).raw();
    const allb=db.prepare(`SELECT rowid, bm25(t,10,8,5,3,1) FROM t WHERE t MATCH ?`).raw();
    const agg=db.prepare(`SELECT group_concat(rowid) FROM t WHERE t MATCH ?`).pluck();
    const aggr=db.prepare(`SELECT json_group_array(rowid), json_group_array(rank) FROM t WHERE t MATCH ?`).raw();
    console.log(q.padEnd(42),'n',cnt.get(q),'top',med(()=>top.all(q)),'cnt',med(()=>cnt.get(q)),'all',med(()=>all.all(q)),'all+rank',med(()=>allr.all(q)),'bm25',med(()=>allb.all(q)),'agg',med(()=>{const s=agg.get(q) as string|null;return s?s.split(','):[]}),'aggrank',med(()=>{const r=aggr.get(q) as string[];return [JSON.parse(r[0]!),JSON.parse(r[1]!)]}));
  }
}
