package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/corpus/web"
	"shinkyu/parse/render/lang"
	"shinkyu/parse/token"
)

// ServeOptions are those of serve.
type ServeOptions struct {
	CorpusOptions
	Addr  string
	Hosts []string
}

func newServeCommand(a *app) *cobra.Command {
	var opt ServeOptions
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   a.say(serveShort),
		Long:    a.long(serveLong),
		Example: serveExample,
		Args:    takes(0, 0, msgNothing),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runServe(cmd.Context(), a, &opt) },
	}
	opt.AddFlags(cmd, a.language)
	cmd.Flags().StringVar(&opt.Addr, "addr", "127.0.0.1:8080", a.say(helpAddr))
	cmd.Flags().StringArrayVar(&opt.Hosts, "host", nil, a.say(helpHost))
	return cmd
}

// runServe shows a corpus until it is interrupted, which is no trouble.
func runServe(ctx context.Context, a *app, opt *ServeOptions) error {
	a.endsItself.Store(true)
	boundHeap(viewerHeap)
	return a.withCorpus(ctx, &opt.CorpusOptions, corpus.Read, "", func(c *corpus.Corpus) error {
		l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", opt.Addr)
		if err != nil {
			return trouble{Msg: msgCannotListen.with(opt.Addr, listenReason(err)), Remedy: msgCannotListenRemedy}
		}
		site := web.New(c, web.Options{
			Context: ctx, Lang: a.Lang, Hosts: lower(opt.Hosts), Open: !onLoopback(l.Addr()),
			Translate: func(l lang.Lang, s string) string { return corpusMessage(s).in(l) },
			Log:       func(s string) { a.note("%s", s) },
		})
		fmt.Fprintln(a.stderr, a.say(sayServing, "http://"+l.Addr().String()+"/"))
		go warm()
		return web.Serve(ctx, l, site)
	})
}

// warm opens the dictionary before a first comparison or search asks for it.
func warm() { _, _ = token.IPA() }

// listenReason is the cause of an error of listening, without the address.
func listenReason(err error) string {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err.Error()
	}
	return err.Error()
}

func onLoopback(addr net.Addr) bool {
	tcp, ok := addr.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

func lower(names []string) []string {
	var out []string
	for _, n := range names {
		out = append(out, strings.ToLower(n))
	}
	return out
}
