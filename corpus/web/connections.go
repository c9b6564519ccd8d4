package web

import (
	"net"
	"sync"
)

// maxConnections is how many connections are open at once; more wait to be
// taken. Browsers open some six each.
const maxConnections = 512

// connections are those of a listener, up to a number at once.
type connections struct {
	net.Listener
	free   chan struct{} // holds one for each that is open
	closed chan struct{}
	once   sync.Once
}

func limited(l net.Listener, n int) *connections {
	return &connections{Listener: l, free: make(chan struct{}, n), closed: make(chan struct{})}
}

// Accept waits until a connection may be taken and is there.
func (l *connections) Accept() (net.Conn, error) {
	select {
	case l.free <- struct{}{}:
	case <-l.closed:
		return nil, net.ErrClosed
	}
	c, err := l.Listener.Accept()
	if err != nil {
		<-l.free
		return nil, err
	}
	return &connection{Conn: c, of: l}, nil
}

// Close ends the listening; connections that are open stay.
func (l *connections) Close() error {
	l.once.Do(func() { close(l.closed) })
	return l.Listener.Close()
}

// A connection makes room for another one when it is closed.
type connection struct {
	net.Conn
	of   *connections
	once sync.Once
}

func (c *connection) Close() error {
	defer c.once.Do(func() { <-c.of.free })
	return c.Conn.Close()
}
