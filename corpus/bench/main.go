// Command bench measures a corpus of generated documents: how fast they are
// added and with how much memory, how fast searches are answered, and how long
// one document more takes.
//
//	go run ./corpus/bench -documents 10000
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"slices"
	"time"

	"shinkyu/corpus"
	"shinkyu/corpus/bench/usage"
	"shinkyu/corpus/generate"
)

func main() {
	documents := flag.Int("documents", 10000, "documents to generate")
	size := flag.Int("bytes", 20000, "bytes of a document, about")
	folder := flag.String("folder", "", "where documents and corpus go, and stay (default: a temporary folder)")
	add := flag.String("add", "", "only add this path to the corpus named by -db")
	db := flag.String("db", "", "the corpus for -add")
	only := flag.Bool("generate", false, "only make the documents, in the folder documents of -folder")
	profile := flag.String("profile", "", "write a processor profile of -add to this file")
	flag.Parse()
	var err error
	if *add != "" {
		err = profiled(*profile, func() error { return addPath(*db, *add) })
	} else if *only {
		_, err = generateAll(filepath.Join(*folder, "documents"), *documents, *size)
	} else {
		err = bench(*folder, *documents, *size)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

// profiled runs f and writes a profile of it to a file, if one is named.
func profiled(file string, f func() error) error {
	if file == "" {
		return f()
	}
	w, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(w); err != nil {
		return err
	}
	err = f()
	pprof.StopCPUProfile()
	return errors.Join(err, w.Close())
}

// addPath is what runs in a process of its own, so that its memory is measured
// alone.
func addPath(db, path string) error {
	ctx := context.Background()
	c, err := corpus.Open(ctx, db, corpus.Options{Mode: corpus.Create, Doing: "bench"})
	if err != nil {
		return err
	}
	sum, err := c.Add(ctx, []string{path}, corpus.AddOptions{})
	if err != nil {
		return err
	}
	if sum.Failed > 0 {
		return fmt.Errorf("%d documents failed", sum.Failed)
	}
	return c.Close()
}

func bench(folder string, documents, size int) error {
	if folder == "" {
		var err error
		if folder, err = os.MkdirTemp("", "shinkyu-bench"); err != nil {
			return err
		}
		defer os.RemoveAll(folder)
	}
	docs, db := filepath.Join(folder, "documents"), filepath.Join(folder, "corpus.db")
	total, err := generateAll(docs, documents, size)
	if err != nil {
		return err
	}
	fmt.Printf("documents        %d, %.1f MB; %d cores, %s\n", documents, float64(total)/1e6, runtime.NumCPU(), runtime.Version())
	if _, err := os.Stat(db); err != nil { // not there from an earlier run
		if err := measureAdd(db, docs, total); err != nil {
			return err
		}
	}
	if err := measureSearch(db); err != nil {
		return err
	}
	return measureOne(folder, db, documents, size)
}

// generateAll writes the documents, a hundred to a folder; those that are
// there stay.
func generateAll(folder string, documents, size int) (total int64, err error) {
	for i := range documents {
		name := filepath.Join(folder, fmt.Sprintf("%03d", i/100), fmt.Sprintf("%05d.txt", i))
		if info, err := os.Stat(name); err == nil {
			total += info.Size()
			continue
		}
		// From half to one and a half of the size; five editions a series.
		text := generate.Document(i/5, 2016+i%5, size/2+size*(i%11)/10)
		total += int64(len(text))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return 0, err
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return 0, err
		}
	}
	return total, nil
}

// measureAdd adds all documents in a process of its own.
func measureAdd(db, docs string, total int64) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.Command(self, "-db", db, "-add", docs)
	cmd.Stderr = os.Stderr
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return err
	}
	took := time.Since(start)
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	info, err := os.Stat(db)
	if err != nil {
		return err
	}
	fmt.Printf("adding           %.2f MB/s (%.0f s, of all cores %.0f s: %.2f MB a second of one core)\n",
		rate(total, took), took.Seconds(), cpu.Seconds(), rate(total, cpu))
	fmt.Printf("peak memory      %d MB\n", usage.Peak(cmd.ProcessState)>>20)
	fmt.Printf("corpus           %.1f MB\n", float64(info.Size())/1e6)
	return nil
}

func rate(bytes int64, took time.Duration) float64 { return float64(bytes) / 1e6 / took.Seconds() }

// measureSearch asks queries of every kind: words from the commonest to rare
// ones, compounds, phrases, several words, beginnings and filters.
func measureSearch(db string) error {
	ctx := context.Background()
	c, err := corpus.Open(ctx, db, corpus.Options{})
	if err != nil {
		return err
	}
	defer c.Close()
	if _, err := c.Search(ctx, "予算", corpus.SearchOptions{Limit: 1}); err != nil { // opens the dictionary
		return err
	}
	type timing struct {
		query     string
		took, cpu time.Duration
		found     int
	}
	var all []timing
	for _, q := range generate.Queries(1, 400) {
		start, cpu := time.Now(), usage.Used()
		r, err := c.Search(ctx, q, corpus.SearchOptions{Limit: 20})
		if err != nil {
			return err
		}
		all = append(all, timing{q, time.Since(start), usage.Used() - cpu, r.Total})
	}
	slices.SortFunc(all, func(a, b timing) int { return int(a.took - b.took) })
	at := func(share float64) timing { return all[min(int(share*float64(len(all))), len(all)-1)] }
	slowest, middle, high := all[len(all)-1], at(0.5), at(0.95)
	slices.SortFunc(all, func(a, b timing) int { return int(a.cpu - b.cpu) })
	fmt.Printf("search           %.1f ms median, %.1f ms 95th percentile, %.1f ms slowest (%s: %d hits), of %d queries; on the processor %.1f ms median, %.1f ms 95th percentile\n",
		milli(middle.took), milli(high.took), milli(slowest.took), slowest.query, slowest.found, len(all), milli(at(0.5).cpu), milli(at(0.95).cpu))
	return nil
}

func milli(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// measureOne adds one document more, ten times, each in a process of its own.
func measureOne(folder, db string, documents, size int) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	var all, cpu []time.Duration
	for i := range 10 {
		name := filepath.Join(folder, fmt.Sprintf("more-%d.txt", i))
		if err := os.WriteFile(name, []byte(generate.Document(documents+i, 2021, size)), 0o644); err != nil {
			return err
		}
		start := time.Now()
		cmd := exec.Command(self, "-db", db, "-add", name)
		if err := cmd.Run(); err != nil {
			return err
		}
		all = append(all, time.Since(start))
		cpu = append(cpu, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
	}
	slices.Sort(all)
	slices.Sort(cpu)
	fmt.Printf("one more         %.2f s median, %.2f s slowest of %d, from the start of the program to its end; on the processor %.2f s median\n",
		all[len(all)/2].Seconds(), all[len(all)-1].Seconds(), len(all), cpu[len(cpu)/2].Seconds())
	return nil
}
