package main

// The messages and help of serve.
var (
	msgCannotListen       = msg("%[1]s で待ち受けできない：%[2]s", "cannot listen on %[1]s: %[2]s")
	msgCannotListenRemedy = msg("--addr に別のアドレスを指定する（例：127.0.0.1:8081）", "give another address with --addr, such as 127.0.0.1:8081")

	sayServing = say("%s で表示中。Ctrl-C で終わる", "serving %s; Ctrl-C stops it")

	helpAddr = say("待ち受けるアドレスとポート。ポート 0 は空いているもの", "address and port to listen on; port 0 takes a free one")
	helpHost = say("localhost の他に答えるホスト名（くり返し指定できる）", "host name that is answered besides localhost; may be repeated")

	serveShort = say("コーパスをブラウザーで見る", "Show a corpus in a browser")
	serveLong  = say(
		"コーパスをブラウザーで見せる。系列と版、文書の構造と引用、二つの版の新旧対照表、領域の台帳、引用された法令と計画、検索。どの頁もアドレスで送れる。コーパスには書き込まない。\n"+
			"指定しなければこの計算機だけが待ち受ける。利用者を確かめる仕組みはないので、外に開くときは前に立つサーバーで守る。",
		"Shows a corpus in a browser: series and editions, documents as trees with what they cite, two editions side by side, the ledger of areas, the works cited, and search. Every page has an address that can be sent. The corpus is never written.\n"+
			"It listens on this machine alone unless told otherwise. It knows no users: let a server in front of it guard it before others can reach it.",
	)
	serveExample = `  shinkyu serve --db policies.db
  shinkyu serve --db policies.db --addr 127.0.0.1:9000 --lang ja`
)
