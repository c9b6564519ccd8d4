package main

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
)

// swaps are the operators that stand in for each other: the boundary moved by
// one, the condition turned round, the sum made a difference.
var swaps = map[token.Token][]string{
	token.LSS: {"<=", ">="}, token.LEQ: {"<", ">"},
	token.GTR: {">=", "<="}, token.GEQ: {">", "<"},
	token.EQL: {"!="}, token.NEQ: {"=="},
	token.LAND: {"||"}, token.LOR: {"&&"},
	token.ADD: {"-"}, token.SUB: {"+"}, token.MUL: {"/"}, token.QUO: {"*"}, token.REM: {"*"},
	token.AND: {"|"}, token.OR: {"&"}, token.SHL: {">>"}, token.SHR: {"<<"},
	token.INC: {"--"}, token.DEC: {"++"},
	token.ADD_ASSIGN: {"-="}, token.SUB_ASSIGN: {"+="}, token.MUL_ASSIGN: {"/="}, token.QUO_ASSIGN: {"*="},
	token.OR_ASSIGN: {"&="}, token.AND_ASSIGN: {"|="},
	token.BREAK: {"continue"}, token.CONTINUE: {"break"},
}

// words are the names that stand in for each other.
var words = map[string]string{"true": "false", "false": "true", "min": "max", "max": "min"}

// A planter finds the places for faults in one function. Whether a fault
// compiles is for the compiler to say.
type planter struct {
	file  *file
	fn    *function
	found []*mutant
}

func (p *planter) plant(from, to token.Pos, text string) {
	pos := p.file.set.Position(from)
	p.found = append(p.found, &mutant{
		file: p.file, fn: p.fn, from: pos.Offset, to: p.file.set.Position(to).Offset,
		text: text, line: pos.Line, column: pos.Column,
	})
}

func (p *planter) drop(n ast.Node) { p.plant(n.Pos(), n.End(), "") }

// visit is called for every node of the body, the outer one first, and says
// whether to go on into the node.
func (p *planter) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		p.operator(n.OpPos, n.Op)
	case *ast.UnaryExpr:
		return p.unary(n)
	case *ast.IfStmt:
		p.condition(n)
	case *ast.ReturnStmt:
		p.result(n)
	case *ast.AssignStmt:
		p.operator(n.TokPos, n.Tok)
		if n.Tok != token.DEFINE {
			p.drop(n)
		}
	case *ast.IncDecStmt:
		p.operator(n.TokPos, n.Tok)
		p.drop(n)
	case *ast.BranchStmt:
		p.branch(n)
	case *ast.ExprStmt:
		return p.call(n)
	case *ast.DeferStmt, *ast.GoStmt, *ast.SendStmt:
		p.drop(n)
	case *ast.CaseClause:
		p.cases(n)
	case *ast.CallExpr:
		return p.reserve(n)
	case *ast.Ident:
		if w, ok := words[n.Name]; ok {
			p.plant(n.Pos(), n.End(), w)
		}
	case *ast.BasicLit:
		p.literal(n)
	}
	return true
}

func (p *planter) operator(pos token.Pos, op token.Token) {
	for _, s := range swaps[op] {
		p.plant(pos, pos+token.Pos(len(op.String())), s)
	}
}

// unary leaves out a sign. -1 mostly says that there is nothing, and any
// number below zero says so as well: it becomes 0 and 1, not -2.
func (p *planter) unary(n *ast.UnaryExpr) bool {
	if n.Op != token.NOT && n.Op != token.SUB {
		return true
	}
	p.plant(n.OpPos, n.X.Pos(), "")
	if one, ok := n.X.(*ast.BasicLit); ok && n.Op == token.SUB && one.Value == "1" {
		p.plant(n.Pos(), n.End(), "0")
		return false
	}
	return true
}

// condition turns round what its operators do not, leaves out an early exit,
// and leaves out the else.
func (p *planter) condition(n *ast.IfStmt) {
	if !swapped(n.Cond) {
		p.negate(n.Cond)
	}
	if n.Else != nil {
		p.plant(n.Body.End(), n.Else.End(), "")
		return
	}
	if k := len(n.Body.List); k > 0 {
		switch n.Body.List[k-1].(type) {
		case *ast.ReturnStmt, *ast.BranchStmt:
			p.drop(n)
		}
	}
}

// swapped reports whether an operator of the expression gives its opposite.
func swapped(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return true
	case *ast.UnaryExpr:
		return e.Op == token.NOT
	}
	return false
}

func (p *planter) negate(e ast.Expr) {
	p.plant(e.Pos(), e.End(), "!("+string(p.file.source[p.file.offset(e.Pos()):p.file.offset(e.End())])+")")
}

// result turns round a truth value that is returned.
func (p *planter) result(n *ast.ReturnStmt) {
	for _, e := range n.Results {
		switch e.(type) {
		case *ast.CallExpr, *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr:
			if id, ok := e.(*ast.Ident); !ok || words[id.Name] == "" {
				p.negate(e)
			}
		}
	}
}

// branch swaps break and continue, or leaves them out; a jump to a label stays
// one to that label.
func (p *planter) branch(n *ast.BranchStmt) {
	p.operator(n.TokPos, n.Tok)
	if n.Tok == token.BREAK || n.Tok == token.CONTINUE {
		p.drop(n)
	}
}

// call leaves out a call whose results are not used, unless it only ends the
// program where something impossible happened or reserves memory.
func (p *planter) call(n *ast.ExprStmt) bool {
	if c, ok := n.X.(*ast.CallExpr); ok {
		if name := called(c); name == "panic" || name == "Grow" {
			return false
		}
	}
	p.drop(n)
	return true
}

// cases leaves out one of several values of a case.
func (p *planter) cases(n *ast.CaseClause) {
	if len(n.List) < 2 {
		return
	}
	for i := range n.List {
		if i == 0 {
			p.plant(n.List[0].Pos(), n.List[1].Pos(), "")
		} else {
			p.plant(n.List[i-1].End(), n.List[i].End(), "")
		}
	}
}

// reserve keeps out of the sizes that only reserve memory: what make is told
// as capacity, and the arguments of Grow.
func (p *planter) reserve(n *ast.CallExpr) bool {
	switch called(n) {
	case "panic", "Grow":
		return false
	case "make":
		if _, array := n.Args[0].(*ast.ArrayType); array && len(n.Args) > 1 {
			ast.Inspect(n.Args[1], p.inspect)
		}
		return false
	}
	return true
}

func (p *planter) inspect(n ast.Node) bool { return n != nil && p.visit(n) }

func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// literal moves a whole number and a character by one, doubles and halves a
// fraction, and empties a text.
func (p *planter) literal(n *ast.BasicLit) {
	switch n.Kind {
	case token.INT:
		v, err := strconv.ParseInt(n.Value, 0, 64)
		if err != nil {
			return
		}
		p.plant(n.Pos(), n.End(), strconv.FormatInt(v+1, 10))
		if v > 0 {
			p.plant(n.Pos(), n.End(), strconv.FormatInt(v-1, 10))
		}
	case token.FLOAT:
		if v, err := strconv.ParseFloat(n.Value, 64); err != nil || v == 0 {
			return
		}
		p.plant(n.Pos(), n.End(), "("+n.Value+" * 2)")
		p.plant(n.Pos(), n.End(), "("+n.Value+" / 2)")
	case token.CHAR:
		if r, _, _, err := strconv.UnquoteChar(strings.Trim(n.Value, "'"), '\''); err == nil {
			p.plant(n.Pos(), n.End(), strconv.QuoteRune(r+1))
		}
	case token.STRING:
		if len(n.Value) > 2 {
			p.plant(n.Pos(), n.End(), `""`)
		}
	}
}
